/** Plural forms for message files. Knows the rules of each language through Intl only. */
import type { ScreenLanguage } from './messages.ts';

/** `#` stands for the number, written as the language writes it. */
export interface PluralForms {
  /** For 0, when it deserves its own words. */
  readonly zero?: string;
  readonly one: string;
  readonly other: string;
}

function pluralIn(language: ScreenLanguage): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (count, forms) => {
    const form =
      count === 0 && forms.zero !== undefined
        ? forms.zero
        : rules.select(count) === 'one'
          ? forms.one
          : forms.other;
    return form.replaceAll('#', numbers.format(count));
  };
}

/** The form for a count in English: 1 is singular. Pure. */
export const pluralEn = pluralIn('en');
/** The form for a count in French: 0 and 1 are singular. Pure. */
export const pluralFr = pluralIn('fr');
