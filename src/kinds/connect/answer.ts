/**
 * The answer of another system: the values at its paths, as Vapi's aliases read them (`{{$.data.tier}}`), and what is shown
 * of it. Pure; takes any JSON.
 */
import { isJsonObject, type Json } from '../../lib/json.ts';
import { answerPath, type ConnectData } from './settings.ts';

/** What is at the path; undefined when there is nothing. Lists are counted from 0. */
export function valueAt(answer: Json, path: string): Json | undefined {
  const plain = answerPath(path);
  if (plain === null) return undefined;
  let value: Json | undefined = answer;
  for (const key of keysOf(plain)) {
    if (Array.isArray(value)) value = /^\d+$/.test(key) ? (value as readonly Json[])[Number(key)] : undefined;
    else if (isJsonObject(value) && Object.hasOwn(value, key)) value = value[key] as Json;
    else return undefined;
  }
  return value;
}

/** A value as information holds it; null for what has no text of its own: nothing, a list, an object. */
export function textOfValue(value: Json | undefined): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null;
}

/** The answer without anything that is not kept: each path leads to the same value as before. */
export function keptOf(data: ConnectData, answer: Json): Json {
  const kept: { [key: string]: Json } = {};
  for (const { path } of data.answers) {
    const plain = answerPath(path);
    const text = textOfValue(valueAt(answer, path));
    if (plain !== null && text !== null) put(kept, keysOf(plain), text);
  }
  return kept;
}

/** Lists become objects of numbers: Liquid reads both alike. */
function put(into: { [key: string]: Json }, [key = '', ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const inner = Object.hasOwn(into, key) ? into[key] : undefined;
  const next = isJsonObject(inner) ? (inner as { [key: string]: Json }) : {};
  into[key] = next;
  put(next, rest, value);
}

function keysOf(plain: string): string[] {
  return plain.split(/[.[\]]+/).filter(Boolean);
}

/** The path of a part below another; null when no path can name it. */
export function pathBelow(path: string, key: string | number): string | null {
  const next = typeof key === 'number' ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
  return answerPath(next);
}

const MOST_PARTS = 200;
const LONGEST_TEXT = 300;
const DEEPEST = 8;

/** The beginning of a long answer, still JSON: what is shown of it. `isWhole`: nothing is missing. */
export function shortened(answer: Json): { readonly json: Json; readonly isWhole: boolean } {
  let left = MOST_PARTS;
  let isWhole = true;
  const cut = (value: Json, depth: number): Json => {
    left -= 1;
    if (typeof value === 'string' && value.length > LONGEST_TEXT) {
      isWhole = false;
      return `${value.slice(0, LONGEST_TEXT)}…`;
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const shown: [string, Json][] = [];
    for (const [key, inner] of depth < DEEPEST ? entries : []) {
      if (left <= 0) break;
      shown.push([key, cut(inner as Json, depth + 1)]);
    }
    if (shown.length < entries.length) isWhole = false;
    return Array.isArray(value) ? shown.map(([, inner]) => inner) : Object.fromEntries(shown);
  };
  return { json: cut(answer, 0), isWhole };
}

const MASK = '•••';
/** Says how a secret is shown, and is none. */
const SCHEME = /^(?:bearer|basic|digest|token|apikey)$/i;
/** Shorter than this a text is in every answer by chance. */
const SHORTEST_SECRET = 6;

/** Secrets that another system says back, in texts and keys, as they are or the word after `Bearer` and the like. */
export function masked(answer: Json, secrets: readonly string[]): Json {
  const words = [...new Set(secrets.flatMap((secret) => [secret.trim(), ...secret.trim().split(/\s+/)]))]
    .filter((word) => word.length >= SHORTEST_SECRET && !SCHEME.test(word))
    .sort((a, b) => b.length - a.length);
  const clean = (text: string) => words.reduce((rest, word) => rest.replaceAll(word, MASK), text);
  const walk = (value: Json): Json => {
    if (typeof value === 'string') return clean(value);
    // A key made of digits comes back as a number.
    if (typeof value === 'number') return clean(String(value)) === String(value) ? value : MASK;
    if (Array.isArray(value)) return (value as readonly Json[]).map(walk);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [clean(key), walk(inner as Json)]));
  };
  return walk(answer);
}
