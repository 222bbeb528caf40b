/** Which language a call is in when nobody has written it down. Pure. */
import type { ScriptLanguage } from '../../script/script.ts';
import type { ModelView } from './model.ts';
import { fold, wordsOf } from './words.ts';

const FRENCH = new Set(
  'le la les des une est vous tu pour avec dans et du que bonjour merci votre sur nom aux'.split(' '),
);
const ENGLISH = new Set(
  'the a is are you for with in and of to that your hello thank on name please'.split(' '),
);

/** What the assistant says of itself; else the language of what it says first, of its prompt, of its tools. */
export function languageFor(view: ModelView): ScriptLanguage {
  if (view.language) return view.language;
  const first = view.greeted ? (view.messages[0]?.content ?? '') : '';
  const described = view.tools.map(({ description }) => description).join(' ');
  return languageOfText(first) ?? languageOfText(view.prompt) ?? languageOfText(described) ?? 'en';
}

/** The language that more of the little words belong to; null when they do not tell. */
export function languageOfText(text: string): ScriptLanguage | null {
  const words = wordsOf(text);
  const count = (list: ReadonlySet<string>) => words.filter((word) => list.has(word)).length;
  const [french, english] = [count(FRENCH) + (/[éèêàçù]/i.test(text) ? 1 : 0), count(ENGLISH)];
  return french === english ? null : french > english ? 'fr' : 'en';
}

const FRENCH_LABEL =
  /\b(nom|prenom|numero|jour|heure|adresse|nombre|courriel|motif|de|du|des|le|la|les|un|une|votre|taille|note)\b/;
const ENGLISH_LABEL =
  /\b(name|phone|number|day|time|address|guests?|people|reason|of|the|for|your|size|party|email address|rating)\b/;

/** Whether words that a person would be asked for are in the other language. */
export function isOtherLanguage(label: string, language: ScriptLanguage): boolean {
  const folded = fold(label);
  return language === 'fr'
    ? ENGLISH_LABEL.test(folded) && !FRENCH_LABEL.test(folded)
    : FRENCH_LABEL.test(folded) && !ENGLISH_LABEL.test(folded);
}
