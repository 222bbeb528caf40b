/** What could not be read of a stored flow, as sentences: which step, which field. Pure and total: any JSON was stored. */
import { ANYTIME_RULES } from '../flow/document.ts';
import type { Problem } from '../flow/problem.ts';
import type { ScreenLanguage } from '../i18n/messages.ts';
import { isJsonObject, type JsonObject } from '../lib/json.ts';
import { flowMessages } from './messages.ts';
import { ruleNames } from './rules/messages.ts';
import { createStepWords, type WordsOfKind } from './step-words.ts';

export interface LossContext {
  readonly language: ScreenLanguage;
  readonly wordsOf: WordsOfKind;
}

/** One sentence a part, each once, in the order of the problems. Other problems than losses give none. */
export function lossSentences(
  stored: unknown,
  problems: readonly Problem[],
  { language, wordsOf }: LossContext,
): string[] {
  const words = flowMessages[language].losses;
  const json: JsonObject = isJsonObject(stored) ? stored : {};
  const sentences = problems.flatMap(({ code, params }): string[] => {
    if (code === 'not-a-flow') return [words.notAFlow];
    if (code === 'newer-format') return [words.newer];
    if (code !== 'unreadable-part' && code !== 'unreadable-step') return [];
    return [partSentence(String(params.path ?? ''), json, language, wordsOf)];
  });
  return [...new Set(sentences)];
}

function partSentence(
  path: string,
  json: JsonObject,
  language: ScreenLanguage,
  wordsOf: WordsOfKind,
): string {
  const { losses: words, settings } = flowMessages[language];
  const [part = '', id, ...rest] = path.split('.');
  const row = id === undefined ? undefined : rowOf(json[part], id);
  if (part === 'nodes' && id !== undefined) return stepSentence(row, rest, language, wordsOf);
  if (part === 'edges' && id !== undefined) return words.link;
  if (part === 'information' && id !== undefined) return words.information(nameOf(row) ?? id);
  if (part === 'hours' && id !== undefined) return words.hours(nameOf(row) ?? id);
  if (part === 'settings' && id !== undefined)
    return words.setting(Object.hasOwn(settings, id) ? settings[id as keyof typeof settings] : id);
  const rule = ANYTIME_RULES.find((one) => one === id);
  if (part === 'anytime' && rule) return words.rule(ruleNames[language][rule]);
  return Object.hasOwn(words.parts, part) ? words.parts[part as keyof typeof words.parts] : words.unknown;
}

function stepSentence(
  row: JsonObject | undefined,
  rest: readonly string[],
  language: ScreenLanguage,
  wordsOf: WordsOfKind,
): string {
  const { losses: words } = flowMessages[language];
  const names = createStepWords(wordsOf);
  const kind = typeof row?.kind === 'string' ? row.kind : '';
  const title = typeof row?.title === 'string' && row.title.trim() !== '' ? row.title : undefined;
  const step = title ?? (kind === '' ? words.unnamedStep : names.kind(kind));
  const [group, ...path] = rest;
  if (group === 'position') return words.field(step, words.position);
  if (group !== 'data' || path.length === 0) return words.step(step);
  return words.field(step, names.field(kind, path.join('.')) ?? path.join('.'));
}

function rowOf(record: unknown, id: string): JsonObject | undefined {
  const row = isJsonObject(record) && Object.hasOwn(record, id) ? record[id] : undefined;
  return isJsonObject(row) ? row : undefined;
}

function nameOf(row: JsonObject | undefined): string | undefined {
  return typeof row?.name === 'string' && row.name.trim() !== '' ? row.name : undefined;
}
