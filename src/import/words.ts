/** What can be told from a text alone: its sentences, its questions, its language. Pure; knows no file format. */
import type { CallLanguage } from '../flow/document.ts';

/** At most `limit` UTF-16 units, cut at a word, never inside a character or a `{{mark}}`. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let cut = text.slice(0, limit - 1);
  if (/[\uD800-\uDBFF]$/.test(cut)) cut = cut.slice(0, -1);
  const mark = cut.lastIndexOf('{{');
  if (mark > cut.lastIndexOf('}}')) cut = cut.slice(0, mark);
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** What dashboards call new steps, before a number. */
const MADE =
  /^(?:conversation|say|gather|tool|api ?request|hang ?up|end ?call|transfer|transfer ?call|condition|start)$/i;

/** "collect_info" → "Collect info"; names that a machine made up are no names: ''. */
export function titleOf(name: string): string {
  const own = name.replace(/[_-]\d{6,}$/, '');
  const words = own
    .replaceAll(/[_\s]+|(?<=[a-zà-ÿ0-9])-(?=[a-zà-ÿ0-9])/gi, ' ')
    .replaceAll(
      /([a-zà-ÿ])([A-Z])/g,
      (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
    )
    .trim();
  if (
    /^(?:(?:node|block|group|step|api ?request|hangup|tool)\s*#?\d+|untitled|node|#?\d*)$/i.test(words) ||
    /^[0-9a-f]{8} [0-9a-f]{4} /i.test(words)
  )
    return '';
  if (own !== name && MADE.test(words)) return '';
  return clip(capital(words), 120);
}

export function capital(text: string): string {
  const [first = '', ...rest] = [...text];
  return first.toUpperCase() + rest.join('');
}

/** Sentences with their end marks; lines end sentences too. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…]["»”’')]*)(?<!\b(?:Dr|Mr|Mrs|Ms|M|St|No)\.)\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** A greeting and the question at its end: "Salon Lila, hello. How can I help?" */
export function splitQuestion(text: string): { readonly statement: string; readonly question: string } {
  const sentences = sentencesOf(text);
  let from = sentences.length;
  while (from > 0 && isQuestion(sentences[from - 1]!)) from -= 1;
  if (from === sentences.length) {
    const last = sentences.findLastIndex(isQuestion);
    if (last < 0) return { statement: text, question: '' };
    from = last;
  }
  return { statement: sentences.slice(0, from).join(' '), question: sentences.slice(from).join(' ') };
}

export function isQuestion(sentence: string): boolean {
  return /\?["»”’')\s]*$/.test(sentence);
}

/** A question that instructions tell to ask: in quotes first, else any sentence of theirs that is one. */
export function questionWithin(instructions: string): string {
  const quoted = [...instructions.matchAll(/["“«]\s*([^"“”«»]{4,400}?\?)\s*["”»]/g)].map(
    (found) => found[1]!,
  );
  return quoted[0]?.trim() ?? sentencesOf(instructions).find((sentence) => isQuestion(sentence)) ?? '';
}

const ASKS =
  /(?:^|[.!\n;:]\s*|\b(?:and|then|to|et|puis|de)\s+)(?:ask|request|collect|gather|find out|inquire|determine|identify|confirm|obtain|listen|demande[rz]?|recueill\w+|collecte[rz]?|obten\w+|identifie[rz]?|confirme[rz]?|écoute[rz]?)\b/iu;

/** Whether words or instructions want an answer. */
export function wantsAnswer(text: string): boolean {
  return text.includes('?') || ASKS.test(text);
}

const FRENCH =
  /(?<!\p{L})(le|la|les|des|une?|vous|votre|vos|est|et|pour|avec|bonjour|merci|nous|je|que|du|au|dans|sur|client|rendez-vous|appelant|demander|souhaite|veut)(?!\p{L})/giu;
const ENGLISH =
  /(?<!\p{L})(the|an?|you|your|is|and|for|with|hello|hi|thanks?|we|to|of|in|on|user|caller|ask|wants?|appointment|please)(?!\p{L})/giu;

/** The language most of the words are of; null when there are too few to tell. */
export function languageOf(text: string): CallLanguage | null {
  const french = text.match(FRENCH)?.length ?? 0;
  const english = text.match(ENGLISH)?.length ?? 0;
  return french + english < 2 || french === english ? null : french > english ? 'fr' : 'en';
}

function listed(labels: readonly string[], or: string): string {
  return labels.length < 2 ? labels.join('') : `${labels.slice(0, -1).join(', ')} ${or} ${labels.at(-1)}`;
}

/** Words said where the file has none. Neutral, and always flagged. */
export const NEUTRAL: Readonly<
  Record<
    CallLanguage,
    {
      readonly greeting: string;
      readonly closing: string;
      readonly help: string;
      readonly further: string;
      readonly tell: (name: string) => string;
      readonly which: (labels: readonly string[]) => string;
      readonly moment: string;
      readonly more: string;
      readonly transfer: string;
      readonly answer: string;
      readonly name: string;
      readonly otherwise: string;
    }
  >
> = {
  en: {
    greeting: 'Hello.',
    closing: 'Goodbye.',
    help: 'What can I do for you?',
    further: 'Is there anything else I can do for you?',
    tell: (name) => `Could you tell me the following, please: ${name}?`,
    which: (labels) => `Which of these fits: ${listed(labels, 'or')}?`,
    moment: 'One moment, please.',
    more: 'Could you tell me more about it?',
    transfer: 'One moment, I am putting you through.',
    answer: 'Answer',
    name: 'Imported flow',
    otherwise: 'anything else',
  },
  fr: {
    greeting: 'Bonjour.',
    closing: 'Au revoir.',
    help: 'Que puis-je faire pour vous ?',
    further: 'Puis-je faire autre chose pour vous ?',
    tell: (name) => `Pouvez-vous m’indiquer ceci, s’il vous plaît : ${name} ?`,
    which: (labels) => `Laquelle de ces possibilités convient : ${listed(labels, 'ou')} ?`,
    moment: 'Un instant, s’il vous plaît.',
    more: 'Pouvez-vous m’en dire plus ?',
    transfer: 'Un instant, je vous mets en relation.',
    answer: 'Réponse',
    name: 'Scénario importé',
    otherwise: 'autre chose',
  },
};
