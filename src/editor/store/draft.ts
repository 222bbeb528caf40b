/**
 * Writing into a document as if it could be changed: what is written is noted, and becomes a new document that shares with the former one
 * all that was left alone, with patches that lead there and back. By hand and not by immer, which copies a record of thousands of
 * steps so slowly that nothing else in an edit counts beside it. Knows no document: parts are plain records and lists.
 */
import { changesKeys, copyPart, isPart, type Part } from './copy-part.ts';

/** The same, to be written into. */
export type Draft<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly (infer Item)[]
    ? number extends Value['length']
      ? Draft<Item>[]
      : WritableKeys<Value>
    : Value extends object
      ? WritableKeys<Value>
      : Value;

type WritableKeys<Value> = {
  // Found out only when it is looked at: JSON is nested without end.
  -readonly [Key in keyof Value]: { of: Value[Key] } extends { of: infer Inner } ? Draft<Inner> : never;
};

export interface Patch {
  readonly op: 'add' | 'replace' | 'remove';
  readonly path: readonly (string | number)[];
  readonly value?: unknown;
}

export interface Written<Document> {
  /** The very same as before when nothing was written. */
  readonly document: Document;
  readonly patches: readonly Patch[];
  /** They lead back. */
  readonly inverse: readonly Patch[];
}

const looks = new WeakMap<object, Look>();

function lookOf(value: unknown): Look | undefined {
  return isPart(value) ? looks.get(value) : undefined;
}

/** `write` gets a draft, and must not keep it. Throws what `write` throws; nothing has changed then. */
export function writeInto<Document extends object>(
  document: Document,
  write: (draft: Draft<Document>) => void,
): Written<Document> {
  const session = { isOpen: true };
  const root = new Look(document as Part, session);
  write(root.draft as Draft<Document>);
  session.isOpen = false;
  const patches: Patch[] = [];
  const inverse: Patch[] = [];
  const next = root.settled() as Document;
  root.addPatches([], patches, inverse);
  return { document: next, patches, inverse };
}

/** For values that nobody writes into any more. */
export function castDraft<Value>(value: Value): Draft<Value> {
  return value as Draft<Value>;
}

/** What stands behind a draft, as it was before anything was written; undefined for what is no draft. */
export function original<Value>(draft: Value): Value | undefined {
  return lookOf(draft)?.base as Value | undefined;
}

/** Whether something was written into a draft, or below it. */
export function isWritten(draft: unknown): boolean {
  return lookOf(draft)?.copy !== undefined;
}

/** A copy of how it stands now. */
export function current<Value>(value: Value): Value {
  const look = lookOf(value);
  if (look && !look.copy) return look.base as Value;
  const part: unknown = look?.copy ?? value;
  if (!isPart(part)) return value;
  const copy = copyPart(part);
  for (const key of Object.keys(copy)) copy[key] = current(copy[key]);
  return copy as Value;
}

/** One part that was looked at, and what its draft does. */
class Look implements ProxyHandler<Part> {
  readonly base: Part;
  readonly draft: Part;
  /** From the first write on, here or below; drafts in it are settled at the end. */
  copy: Part | undefined;
  private readonly session: { readonly isOpen: boolean };
  private readonly from: { readonly parent: Look; readonly key: string } | undefined;
  /** Keys that were written or taken away here. */
  private readonly written = new Set<string>();
  /** Parts that were looked at, by where they stood in `base`. */
  private readonly children = new Map<string, Look>();
  /** Those that stand there still; known once this is settled. */
  private inPlace: Map<string, Look> | undefined;

  constructor(base: Part, session: Look['session'], from?: Look['from']) {
    this.base = base;
    this.session = session;
    this.from = from;
    // An array's draft must be one for `Array.isArray`.
    this.draft = new Proxy((Array.isArray(base) ? [] : {}) as Part, this);
    looks.set(this.draft, this);
  }

  get(_: Part, key: string | symbol): unknown {
    const value = Reflect.get(this.copy ?? this.base, key) as unknown;
    // What was put here by this very edit is written into directly.
    if (typeof key === 'symbol' || !isPart(value) || looks.has(value) || this.base[key] !== value)
      return value;
    if (!Object.hasOwn(this.base, key)) return value;
    const known = this.children.get(key);
    if (known) return known.draft;
    const child = new Look(value, this.session, { parent: this, key });
    this.children.set(key, child);
    return child.draft;
  }

  set(_: Part, key: string, value: unknown): boolean {
    const now = this.copy ?? this.base;
    const isSame = Object.is(now[key], value) || lookOf(value)?.isAt(this, key) === true;
    if (isSame && Object.hasOwn(now, key)) return true;
    const copy = this.change();
    if (!Object.hasOwn(copy, key)) changesKeys(copy);
    copy[key] = value;
    this.written.add(key);
    return true;
  }

  deleteProperty(_: Part, key: string): boolean {
    if (!Object.hasOwn(this.copy ?? this.base, key)) return true;
    const copy = this.change();
    changesKeys(copy);
    delete copy[key];
    this.written.add(key);
    return true;
  }

  has(_: Part, key: string | symbol): boolean {
    return Reflect.has(this.copy ?? this.base, key);
  }

  ownKeys(): (string | symbol)[] {
    return Reflect.ownKeys(this.copy ?? this.base);
  }

  getOwnPropertyDescriptor(target: Part, key: string | symbol): PropertyDescriptor | undefined {
    const found = Reflect.getOwnPropertyDescriptor(this.copy ?? this.base, key);
    if (!found) return undefined;
    const isLength = Array.isArray(target) && key === 'length';
    return { ...found, writable: true, configurable: !isLength, value: this.get(target, key) };
  }

  defineProperty(target: Part, key: string, { value }: PropertyDescriptor): boolean {
    return this.set(target, key, value);
  }

  /** Whether this is the part that stands there as it is, and unwritten. */
  private isAt(parent: Look, key: string): boolean {
    return (
      this.from?.parent === parent && this.from.key === key && (parent.copy ?? parent.base)[key] === this.base
    );
  }

  /** What may be written into, made known to all above. */
  private change(): Part {
    if (!this.session.isOpen) throw new TypeError('A draft was kept and written into after its edit.');
    if (this.copy) return this.copy;
    this.copy = copyPart(this.base);
    if (this.from) {
      const { parent, key } = this.from;
      const above = parent.change();
      // Unless it was taken away or exchanged since it was looked at.
      if (above[key] === this.base) above[key] = this.draft;
    }
    return this.copy;
  }

  /** The part as it is after the edit, without drafts. */
  settled(): Part {
    const { copy } = this;
    if (!copy || this.inPlace) return copy ?? this.base;
    this.inPlace = new Map();
    const keys = Array.isArray(copy)
      ? Object.keys(copy)
      : new Set([...this.written, ...this.children.keys()]);
    for (const key of keys) {
      if (!Object.hasOwn(copy, key) || copy[key] === this.base[key]) continue;
      const child = this.children.get(key);
      if (child && child.draft === copy[key]) this.inPlace.set(key, child);
      copy[key] = withoutDrafts(copy[key]);
    }
    return copy;
  }

  /** Of the settled part, the way there and back. */
  addPatches(path: Patch['path'], patches: Patch[], inverse: Patch[]): void {
    const { base, copy } = this;
    if (!copy) return;
    if (Array.isArray(base) && this.written.size > 0) {
      addListPatches(path, patches, inverse, { before: base, after: copy as unknown as unknown[] });
      return;
    }
    const isList = Array.isArray(base);
    for (const [key, child] of this.inPlace ?? [])
      child.addPatches([...path, isList ? Number(key) : key], patches, inverse);
    for (const key of this.written) {
      if (this.inPlace?.has(key)) continue;
      const at = [...path, key];
      const [had, has] = [Object.hasOwn(base, key), Object.hasOwn(copy, key)];
      if (had && has && base[key] === copy[key]) continue;
      if (has) patches.push({ op: had ? 'replace' : 'add', path: at, value: copy[key] });
      else if (had) patches.push({ op: 'remove', path: at });
      if (had) inverse.push({ op: has ? 'replace' : 'add', path: at, value: base[key] });
      else if (has) inverse.push({ op: 'remove', path: at });
    }
  }
}

/** A value with the parts in place of their drafts, also inside of what was newly made. */
function withoutDrafts(value: unknown): unknown {
  const look = lookOf(value);
  if (look) return look.settled();
  if (!isPart(value)) return value;
  for (const key of Object.keys(value)) {
    const settled = withoutDrafts(value[key]);
    if (settled !== value[key]) value[key] = settled;
  }
  return value;
}

function addListPatches(
  path: Patch['path'],
  patches: Patch[],
  inverse: Patch[],
  { before, after }: { readonly before: readonly unknown[]; readonly after: readonly unknown[] },
): void {
  const both = Math.min(before.length, after.length);
  for (let index = 0; index < both; index += 1) {
    if (before[index] === after[index]) continue;
    patches.push({ op: 'replace', path: [...path, index], value: after[index] });
    inverse.push({ op: 'replace', path: [...path, index], value: before[index] });
  }
  const [longer, add, remove] =
    after.length > before.length ? [after, patches, inverse] : [before, inverse, patches];
  for (let index = both; index < longer.length; index += 1)
    add.push({ op: 'add', path: [...path, index], value: longer[index] });
  for (let index = longer.length - 1; index >= both; index -= 1)
    remove.push({ op: 'remove', path: [...path, index] });
}
