/**
 * Looks through the text of a file before anything is built from it: size, depth, keys, strings and numbers.
 * One pass, no recursion, no value kept but the path. Knows JSON and no format.
 */
import type { Problem } from '../flow/problem.ts';
import { fileProblem } from './problems.ts';

export const LIMITS = {
  bytes: 2_000_000,
  depth: 32,
  string: 20_000,
  steps: 500,
  links: 2_000,
  information: 1_000,
} as const;

/** Keys that reach an object's prototype when they are copied carelessly. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NOT_FINITE = /[+-]?(?:NaN|Infinity)/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;
const PLAIN = /[^"\\\p{Cc}]*/uy;

interface Frame {
  readonly close: ']' | '}';
  readonly keys: Set<string> | null;
  index: number;
  key: string;
}

/** The first thing that is wrong with the text, or none. Total; linear in its length. */
export function scanJson(text: string): Problem[] {
  if (text.length > LIMITS.bytes || new TextEncoder().encode(text).length > LIMITS.bytes)
    return [fileProblem('import/too-large', '$', { limit: LIMITS.bytes })];
  return new Scanner(text).run();
}

class Scanner {
  private readonly text: string;
  private readonly frames: Frame[] = [];
  private readonly found: Problem[] = [];
  private refusal: Problem | null = null;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  run(): Problem[] {
    this.skip(SPACE);
    let expects: 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'separator' = 'value';
    for (;;) {
      this.skip(SPACE);
      const char = this.text[this.at];
      const frame = this.frames.at(-1);
      if (expects === 'separator') {
        if (!frame) return char === undefined ? this.found : this.wrong();
        if (char === frame.close) this.leave();
        else if (char === ',') {
          this.at += 1;
          frame.index += 1;
          expects = frame.keys ? 'key' : 'value';
        } else return this.wrong();
        continue;
      }
      if (frame && char === frame.close && (expects === 'key-or-close' || expects === 'value-or-close')) {
        this.leave();
        expects = 'separator';
        continue;
      }
      if (expects === 'key' || expects === 'key-or-close') {
        if (!this.readKey(frame!)) return this.stopped();
        expects = 'value';
        continue;
      }
      if (char === '{' || char === '[') {
        if (this.frames.length >= LIMITS.depth)
          return [fileProblem('import/too-deep', this.path(), { limit: LIMITS.depth })];
        this.at += 1;
        this.frames.push({
          close: char === '{' ? '}' : ']',
          keys: char === '{' ? new Set() : null,
          index: 0,
          key: '',
        });
        expects = char === '{' ? 'key-or-close' : 'value-or-close';
        continue;
      }
      if (!this.readScalar(char)) return this.stopped();
      expects = 'separator';
    }
  }

  private leave(): void {
    this.at += 1;
    this.frames.pop();
  }

  private readKey(frame: Frame): boolean {
    if (this.text[this.at] !== '"') return false;
    const key = this.readString();
    if (key === null) return false;
    frame.key = key;
    if (FORBIDDEN.has(key)) return this.refuse(fileProblem('import/forbidden-key', this.path(), { key }));
    if (frame.keys!.has(key)) this.found.push(fileProblem('import/duplicate-id', this.path(), { id: key }));
    frame.keys!.add(key);
    this.skip(SPACE);
    if (this.text[this.at] !== ':') return false;
    this.at += 1;
    return true;
  }

  private readScalar(char: string | undefined): boolean {
    if (char === '"') return this.readString() !== null;
    if (this.match(NOT_FINITE)) return this.refuse(fileProblem('import/not-finite', this.path()));
    const number = this.match(NUMBER);
    if (number !== null)
      return Number.isFinite(Number(number)) || this.refuse(fileProblem('import/not-finite', this.path()));
    return this.match(WORD) !== null;
  }

  /** The string that begins here; null when it is refused or not JSON. */
  private readString(): string | null {
    const start = this.at;
    this.at += 1;
    for (;;) {
      this.skip(PLAIN);
      const char = this.text[this.at];
      if (char === '"') break;
      // A backslash takes the next character with it; DEL and the C1 controls may stand in JSON strings.
      if (char === '\\') this.at += 2;
      else if (char !== undefined && char > '\u001f') this.at += 1;
      else return null;
      if (this.at > this.text.length) return null;
    }
    this.at += 1;
    const value = parseString(this.text.slice(start, this.at));
    if (value === null) return null;
    if (value.length > LIMITS.string)
      this.refuse(fileProblem('import/string-too-long', this.path(), { limit: LIMITS.string }));
    else if (/\p{Surrogate}/u.test(value)) this.refuse(fileProblem('import/lone-surrogate', this.path()));
    else return value;
    return null;
  }

  private refuse(problem: Problem): false {
    this.refusal = problem;
    return false;
  }

  private stopped(): Problem[] {
    return this.refusal ? [...this.found, this.refusal] : this.wrong();
  }

  private wrong(): Problem[] {
    const before = this.text.slice(0, this.at);
    const line = before.split('\n').length;
    return [
      fileProblem('import/not-json', this.path(), { line, column: this.at - before.lastIndexOf('\n') }),
    ];
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return null;
    this.at += found[0].length;
    return found[0];
  }

  private skip(pattern: RegExp): void {
    this.match(pattern);
  }

  private path(): string {
    return jsonPath(this.frames.map((frame) => (frame.keys ? frame.key : frame.index)));
  }
}

function parseString(source: string): string | null {
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

/** `$.nodes[3].prompt`; keys that are no plain words stand in brackets and quotes. */
export function jsonPath(parts: readonly (string | number)[]): string {
  return parts.reduce<string>(
    (path, part) =>
      typeof part === 'number'
        ? `${path}[${part}]`
        : /^[A-Za-z_][\w]*$/.test(part)
          ? `${path}.${part}`
          : `${path}[${JSON.stringify(part.length > 60 ? `${part.slice(0, 60)}…` : part)}]`,
    '$',
  );
}
