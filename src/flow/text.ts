/** Sentences of a person on their way into a prompt. Pure; knows no kind. */
import { foldSpaces } from '../lib/spaces.ts';
import type { FlowDocument, InformationId, Surroundings } from './document.ts';

/** Said in place of an information that is not known (vapi-facts §12.13: never leave a variable without default). */
const UNKNOWN = { en: 'not given', fr: 'non précisé' } as const;

const CHIP = /\{\{([a-zA-Z][a-zA-Z0-9_]{0,39})\}\}/g;

/**
 * Liquid text of a sentence: chips of declared information become variables with a default, any other brace pair is
 * pulled apart so that neither Liquid nor Mustache can run it (vapi-facts §12.14), white space is folded.
 * `unknown` gives another default for a chip than the words for "not given"; it must hold neither quotes nor braces.
 */
export function toLiquid(
  sentence: string,
  document: FlowDocument,
  unknown: (id: InformationId) => string = () => UNKNOWN[document.language],
): string {
  if (!sentence.includes('{') && !sentence.includes('}')) return foldSpaces(sentence);
  let result = '';
  let from = 0;
  for (const chip of sentence.matchAll(CHIP)) {
    if (!Object.hasOwn(document.information, chip[1]!)) continue;
    result += `${apart(plainText(sentence.slice(from, chip.index)))}{{ ${chip[1]} | default: "${unknown(chip[1] as InformationId)}" }}`;
    from = chip.index + chip[0].length;
  }
  return foldSpaces(result + apart(plainText(sentence.slice(from))));
}

/**
 * A sentence for a prompt. A prompt is rendered when its member starts, so what is obtained later in the same member is not
 * a variable yet: there the model finds `[id]` and puts in the value itself.
 */
export function promptText(sentence: string, document: FlowDocument): string {
  return toLiquid(sentence, document, (id) => `[${id}]`);
}

/** Prompt text that is spoken without a model (first message, tool messages): nobody fills brackets there. */
export function spokenText(liquid: string, document: FlowDocument): string {
  if (!liquid.includes('{{')) return liquid;
  return liquid.replaceAll(/\| default: "\[\w+\]"/g, `| default: "${UNKNOWN[document.language]}"`);
}

/** A prompt whose marks `[id]` stand only for what is obtained under it; other unknown information is said not to be given. */
export function withoutIdleMarks(
  prompt: string,
  document: FlowDocument,
  isObtained: (id: InformationId) => boolean,
): string {
  const isIdle = (id: string) => !isObtained(id as InformationId);
  let hasIdle = false;
  for (const [, id] of prompt.matchAll(MARK)) hasIdle ||= isIdle(id!);
  // Most prompts have none: a long one is then not written anew.
  if (!hasIdle) return prompt;
  return prompt.replaceAll(MARK, (mark, id: string) =>
    isIdle(id) ? `| default: "${UNKNOWN[document.language]}"` : mark,
  );
}

const MARK = /\| default: "\[(\w+)\]"/g;

/** Keeps single braces of the text away from the braces of the chips beside it. */
function apart(text: string): string {
  return text.replace(/^\}/, ' }').replace(/\{$/, '{ ');
}

/** Text without anything that a template engine would run. */
export function plainText(text: string): string {
  if (!text.includes('{') && !text.includes('}')) return text;
  return text.replaceAll(/\{(?=[{%#])/g, '{ ').replaceAll(/(?<=[}%])\}/g, ' }');
}

/** A sentence as it is heard: chips replaced by values, or by the words for "not given". */
export function fillSentence(
  sentence: string,
  document: Surroundings,
  values: Readonly<Record<InformationId, string>>,
): string {
  const unknown = UNKNOWN[document.language];
  return sentence
    .replaceAll(CHIP, (chip, id: InformationId) =>
      Object.hasOwn(document.information, id) ? values[id] || unknown : plainText(chip),
    )
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
