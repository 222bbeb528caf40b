/** The sentence that says an automated assistant speaks, and how a reworded one is recognised. Pure. */
import type { CallLanguage } from '../../flow/document.ts';

const SENTENCE = {
  en: 'I am an automated assistant.',
  fr: 'Je suis un assistant vocal automatisé.',
} as const;

/** Words of which a disclosure must hold one: plain enough for any caller to understand. */
const WORDS: Readonly<Record<CallLanguage, RegExp>> = {
  en: /\b(automated|artificial intelligence|ai|a\.i\.|robot|virtual assistant|virtual receptionist|voice bot|chatbot|machine)\b/iu,
  fr: /(?<!\p{L})(automatis[ée]e?s?|automatique|intelligence artificielle|ia|i\.a\.|robot|assistante? virtuelle?|r[ée]pondeur intelligent|machine)(?!\p{L})/iu,
};

/** Words that would turn a disclosure into its contrary ("I am not a robot"). */
const DENIALS: Readonly<Record<CallLanguage, RegExp>> = {
  en: /\b(not|never|no longer|isn't|aren't|ain't|real person|human being)\b/iu,
  fr: /(?<!\p{L})(pas|jamais|ni|non|plus|vraie personne|personne réelle|être humain)(?!\p{L})/iu,
};

/** The standard sentence of a language. */
export function spokenDisclosure(language: CallLanguage): string {
  return SENTENCE[language];
}

/** Whether a wording tells the caller that an automated assistant speaks. */
export function discloses(wording: string, language: CallLanguage): boolean {
  const withoutChips = wording.replaceAll(/\{\{[^{}]*\}\}/g, ' ');
  return WORDS[language].test(withoutChips) && !DENIALS[language].test(withoutChips);
}
