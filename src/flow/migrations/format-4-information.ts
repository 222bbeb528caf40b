/**
 * Format 4: no information has the name of a variable that Vapi fills itself (`customer`, `date`, `time` …): callers would
 * never have been asked for it. Such a one gets another id everywhere; its name on screen stays. Knows JSON only.
 */
import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts';
import type { Migration } from './migrate.ts';

const RESERVED: ReadonlySet<string> = new Set([
  'now',
  'date',
  'time',
  'month',
  'day',
  'year',
  'currentDateTime',
  'customer',
  'phoneNumber',
  'call',
  'transport',
  'assistant',
  'transcript',
  'messages',
  'prompt',
  'destination',
  'step',
]);

/** Fields of steps that hold an id of an information; by kind where the field's name alone does not say so. */
const EVERYWHERE: ReadonlySet<string> = new Set(['information']);
const BY_KIND: Readonly<Record<string, ReadonlySet<string>>> = {
  book: new Set(['when', 'name', 'phone']),
  send: new Set(['to']),
};
const NONE: ReadonlySet<string> = new Set();

export const toFormat4: Migration = {
  to: 4,
  name: 'names of information',
  migrate(document) {
    const renamed = renamesOf(document.information);
    if (renamed.size === 0) return document;
    const to = (id: Json | undefined) => (typeof id === 'string' ? (renamed.get(id) ?? id) : id);
    const { information, settings, nodes, anytime } = document;
    return {
      ...document,
      information: Object.fromEntries(
        Object.entries(information as JsonObject).map(([id, value]) => [
          to(id),
          isJsonObject(value) ? { ...value, id: to(value.id) as Json } : value,
        ]),
      ),
      ...(isJsonObject(settings) && 'consent' in settings
        ? { settings: { ...settings, consent: to(settings.consent) as Json } }
        : {}),
      ...(isJsonObject(anytime) ? { anytime: inTexts(anytime, NONE, renamed) } : {}),
      ...(isJsonObject(nodes) ? { nodes: inSteps(nodes, renamed) } : {}),
    };
  },
};

type Renames = ReadonlyMap<string, string>;

/** What each reserved id becomes: one that is free. */
function renamesOf(information: Json | undefined): Renames {
  const renamed = new Map<string, string>();
  if (!isJsonObject(information)) return renamed;
  for (const id of Object.keys(information)) {
    if (!RESERVED.has(id)) continue;
    let free = `${id}_asked`;
    while (Object.hasOwn(information, free)) free += '_';
    renamed.set(id, free);
  }
  return renamed;
}

function inSteps(nodes: JsonObject, renamed: Renames): JsonObject {
  const step = (node: Json): Json => {
    if (!isJsonObject(node) || !isJsonObject(node.data)) return node;
    const own =
      typeof node.kind === 'string' && Object.hasOwn(BY_KIND, node.kind) ? BY_KIND[node.kind]! : NONE;
    return { ...node, data: inTexts(node.data, own, renamed) };
  };
  return Object.fromEntries(Object.entries(nodes).map(([id, node]) => [id, step(node!)]));
}

/** The same with chips of renamed information, and with ids in fields that hold one. */
function inTexts<Value extends Json>(value: Value, fields: ReadonlySet<string>, renamed: Renames): Value {
  const walk = (part: Json, key: string): Json => {
    if (typeof part === 'string') {
      if (EVERYWHERE.has(key) || fields.has(key)) return renamed.get(part) ?? part;
      return part.replaceAll(/\{\{(\w+)\}\}/g, (chip, id: string) =>
        renamed.has(id) ? `{{${renamed.get(id)}}}` : chip,
      );
    }
    if (Array.isArray(part)) return part.map((one) => walk(one, key));
    if (!isJsonObject(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, walk(one!, name)]));
  };
  return walk(value, '') as Value;
}
