/** What all routes share: data, ports and the little rules of saved resources. Knows no single route. */
import type { Context } from 'hono';
import type { Ports } from './ports.ts';
import type { Lookup } from './runtime/cast.ts';
import type { Outside } from './runtime/outside.ts';
import { type JsonRecord, recordsOf, textOf } from './runtime/record.ts';
import type { TargetLookup } from './shapes/target.ts';
import type { Resource, ResourceKind, Store } from './store.ts';
import type { Webhooks } from './webhooks.ts';

export const ORGANISATION = '5a4d0000-0000-4000-8000-000000000000';

export interface Desk extends Ports {
  readonly store: Store;
  readonly webhooks: Webhooks;
  /** The outside of a conversation; its events go to the given listener. */
  outside(memberStarted: Outside['memberStarted']): Outside;
  /** Milliseconds until what was created shows up in lists. */
  listLag(): number;
  /** Runs one task after another for the same key. */
  inTurn<Value>(key: string, task: () => Promise<Value>): Promise<Value>;
  /** How the telephone network treats transfers: whether people answer, and whose numbers are never answered. */
  readonly line: { answersTransfers: boolean; silentNumbers: readonly string[] };
}

/** A new resource with what Vapi adds to it. */
export function born(desk: Ports, body: JsonRecord): Resource {
  const at = new Date(desk.now()).toISOString();
  return { ...body, id: desk.newId(), orgId: ORGANISATION, createdAt: at, updatedAt: at };
}

/** PATCH: every key replaces its whole subtree, null takes it away. */
export function patched(desk: Ports, resource: Resource, body: JsonRecord): Resource {
  const merged: JsonRecord = { ...resource, ...body };
  for (const [key, value] of Object.entries(merged)) if (value === null) delete merged[key];
  return {
    ...merged,
    id: resource.id,
    createdAt: resource.createdAt,
    updatedAt: new Date(desk.now()).toISOString(),
  };
}

/** A tool as calls use it: the search of a knowledge base looks through the files that the base has now. */
function playableTool(store: Store, id: string): JsonRecord | undefined {
  const tool = store.get('tool', id);
  if (tool?.type !== 'knowledgeBase') return tool;
  const files = recordsOf(store.get('knowledge-base', textOf(tool.knowledgeBaseId))?.files);
  return { ...tool, knowledgeBases: [{ fileIds: files.map(({ fileId }) => fileId) }] };
}

export function lookupOf(store: Store): Lookup & TargetLookup {
  return {
    assistant: (id) => store.get('assistant', id),
    squad: (id) => store.get('squad', id),
    tool: (id) => playableTool(store, id),
    hasSquad: (id) => store.get('squad', id) !== undefined,
    hasTool: (id) => store.get('tool', id) !== undefined,
    assistantName: (id) => {
      const assistant = store.get('assistant', id);
      return assistant === undefined ? undefined : textOf(assistant.name) || null;
    },
  };
}

/** The body as JSON; `undefined` when it is none. */
export async function readBody(context: Context): Promise<unknown> {
  try {
    return (await context.req.json()) as unknown;
  } catch {
    return undefined;
  }
}

/** The classic list: time windows and `limit` (100, at most 1000), newest first. The query has been checked. */
export function listed(
  desk: Desk,
  kind: ResourceKind,
  query: Readonly<Record<string, string>>,
  isWanted: (resource: Resource) => boolean = () => true,
): Resource[] {
  const limit = Math.trunc(Number(query.limit ?? '100'));
  const inWindow = (resource: Resource) =>
    (['createdAt', 'updatedAt'] as const).every((field) => {
      const time = Date.parse(resource[field]);
      const at = (suffix: string) => Date.parse(query[`${field}${suffix}`] ?? '');
      // A bound that is not given is NaN, and no comparison with it is true.
      return !(time < at('Ge') || time <= at('Gt') || time > at('Le') || time >= at('Lt'));
    });
  const shownUntil = desk.now() - desk.listLag();
  return desk.store
    .list(kind)
    .filter(
      (resource) => inWindow(resource) && Date.parse(resource.createdAt) <= shownUntil && isWanted(resource),
    )
    .slice(0, limit);
}
