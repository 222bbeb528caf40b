/** Names of steps, ways out and fields, from the words of their kinds, which the caller gives. Knows no kind; pure. */
import type { FlowNode } from '../flow/document.ts';
import type { Condition, Exit } from '../flow/kind.ts';
import type { Json } from '../lib/json.ts';

/** A kind's words in one language by flat keys; undefined for an unknown kind. */
export type WordsOfKind = (kind: string) => Readonly<Record<string, unknown>> | undefined;

export interface StepWords {
  /** The person's own title, or the kind's name. */
  step(node: Pick<FlowNode, 'kind' | 'title'>): string;
  kind(kind: string): string;
  exit(kind: string, exit: Pick<Exit, 'id' | 'label'>): string;
  /** Undefined for a field that the kind has no name for. Numbers of rows in the path do not matter. */
  field(kind: string, path: string): string | undefined;
  /** The kind's own sentence for a value that changed. */
  changed(kind: string, path: string, value: Json | undefined): string | undefined;
  test(kind: string, test: Condition['tests'][number]): string;
  /** The kind's word, made from parameters when it is a function. */
  word(kind: string, key: string, params?: unknown): string | undefined;
}

export function createStepWords(wordsOf: WordsOfKind): StepWords {
  const find = (kind: string, key: string): unknown => {
    const words = wordsOf(kind);
    if (!words) return undefined;
    if (Object.hasOwn(words, key)) return words[key];
    const [group = '', name = ''] = key.split('.');
    const inner = Object.hasOwn(words, group) ? words[group] : undefined;
    return typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name)
      ? (inner as Readonly<Record<string, unknown>>)[name]
      : undefined;
  };
  const text = (kind: string, key: string) => {
    const word = find(kind, key);
    return typeof word === 'string' ? word : undefined;
  };
  return {
    step: ({ kind, title }) => title ?? text(kind, 'name') ?? kind,
    kind: (kind) => text(kind, 'name') ?? kind,
    exit: (kind, { id, label }) =>
      label?.trim() ? label : (text(kind, `exit.${id}`) ?? text(kind, 'exit.unnamed') ?? id),
    field: (kind, path) => {
      const word = find(kind, `field.${withoutRows(path)}`);
      const row = /(?:^|\.)(\d+)(?:\.|$)/.exec(path)?.[1];
      if (typeof word === 'function' && row !== undefined) return String(word(Number(row) + 1));
      if (typeof word === 'string') return word;
      // A whole list is named by the title that its form gives it.
      const whole = withoutRows(path);
      return whole.includes('.') ? undefined : text(kind, whole);
    },
    changed: (kind, path, value) => {
      const word = find(kind, `changed.${withoutRows(path)}`);
      return typeof word === 'function' && typeof value === 'string' && value.trim() !== ''
        ? String(word(value))
        : undefined;
    },
    test: (kind, { word: key, values }) => {
      const word = find(kind, key);
      if (typeof word === 'function') return String(word(...values));
      const [first = '', ...rest] = values;
      return [first, typeof word === 'string' ? word : key, ...rest].filter((part) => part !== '').join(' ');
    },
    word: (kind, key, params) => {
      const word = find(kind, key);
      return typeof word === 'function' ? String(word(params)) : typeof word === 'string' ? word : undefined;
    },
  };
}

/** `people.0.number` → `people.number` */
export function withoutRows(path: string): string {
  return path
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .join('.');
}
