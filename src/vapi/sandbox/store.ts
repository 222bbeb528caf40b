/** The sandbox's data: saved resources, calls and conversations, as plain JSON. Knows neither HTTP nor files. */
import { createHash } from 'node:crypto';
import { type Conversation, type Member, reasonsOf, type ToldReason } from './runtime/conversation.ts';
import type { JsonRecord } from './runtime/record.ts';

/** Anything with an id at the API. */
export interface Resource extends JsonRecord {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const RESOURCE_KINDS = [
  'assistant',
  'squad',
  'tool',
  'phone-number',
  'call',
  'chat',
  'file',
  'session',
  'structured-output',
  'campaign',
  'knowledge-base',
  'credential',
  'simulation-run',
  'simulation-run-item',
] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

export interface State {
  readonly format: 1;
  /** Ids given by a seed so far. */
  idCount: number;
  readonly resources: Record<ResourceKind, Record<string, Resource>>;
  /** Running calls and the last chats, by call or chat id. */
  readonly conversations: Record<string, KeptConversation>;
  /** The members of conversations, once for each cast: they are large, and every turn of a chat is kept. */
  readonly casts: Record<string, readonly Member[]>;
  /** Why models did what they did in calls that are over, by call id. */
  readonly reasons: Record<string, readonly ToldReason[]>;
}

interface KeptConversation extends Omit<Conversation, 'members'> {
  readonly cast: string;
}

export function emptyState(): State {
  return {
    format: 1,
    idCount: 0,
    resources: Object.fromEntries(RESOURCE_KINDS.map((kind) => [kind, {}])) as State['resources'],
    conversations: {},
    casts: {},
    reasons: {},
  };
}

/** Calls and chats that are kept; the oldest go first. */
const MOST_KEPT = 200;

const DAY = 86_400_000;
/** Milliseconds after which Vapi forgets, without a special contract (vapi-facts §10). */
const RETENTION = { call: 14 * DAY, chat: 30 * DAY } as const;

export interface Store {
  get(kind: ResourceKind, id: string): Resource | undefined;
  /** Newest first. */
  list(kind: ResourceKind): Resource[];
  put(kind: ResourceKind, resource: Resource): void;
  remove(kind: ResourceKind, id: string): void;
  /** Forgets calls and chats that are older than Vapi keeps them. `now` in milliseconds since the epoch. */
  forgetOld(now: number): void;
  /** A copy, to go on with. */
  conversation(id: string): Conversation | undefined;
  keepConversation(conversation: Conversation): void;
  /** Forgets it but for the reasons, which are kept as long as the call. */
  endConversation(conversation: Conversation): void;
  /** Of a conversation that goes on, or of one that is over; undefined for one that is not kept. */
  reasons(id: string): readonly ToldReason[] | undefined;
}

/** `changed` is called after every change. */
export function createStore(state: State, changed: () => void, mostKept = MOST_KEPT): Store {
  const all = state.resources;
  const { conversations, casts, reasons } = state;
  const forget = (kind: 'call' | 'chat') => {
    const ids = Object.keys(all[kind]);
    for (const id of ids.slice(0, Math.max(0, ids.length - mostKept))) {
      forgetOne(kind, id);
    }
  };
  const forgetOne = (kind: ResourceKind, id: string) => {
    delete all[kind][id];
    delete reasons[id];
    drop(id);
  };
  const drop = (id: string) => {
    const cast = Object.hasOwn(conversations, id) ? conversations[id]?.cast : undefined;
    delete conversations[id];
    const isNeeded = Object.values(conversations).some((other) => other.cast === cast);
    if (cast !== undefined && !isNeeded) delete casts[cast];
  };
  return {
    get: (kind, id) => (Object.hasOwn(all[kind], id) ? all[kind][id] : undefined),
    list: (kind) => Object.values(all[kind]).reverse(),
    put: (kind, resource) => {
      all[kind][resource.id] = resource;
      if (kind === 'call' || kind === 'chat') forget(kind);
      changed();
    },
    remove: (kind, id) => {
      forgetOne(kind, id);
      changed();
    },
    forgetOld: (now) => {
      for (const kind of ['call', 'chat'] as const)
        for (const { id, createdAt } of Object.values(all[kind])) {
          // They come in the order of their creation: the first young one ends the search.
          if (Date.parse(createdAt) + RETENTION[kind] > now) break;
          forgetOne(kind, id);
          changed();
        }
    },
    conversation: (id) => {
      const kept = Object.hasOwn(conversations, id) ? conversations[id] : undefined;
      if (!kept) return undefined;
      const { cast, ...rest } = structuredClone(kept);
      return { ...rest, members: casts[cast] ?? [] };
    },
    keepConversation: ({ members, ...rest }) => {
      const cast = createHash('sha256').update(JSON.stringify(members)).digest('hex');
      casts[cast] ??= members;
      conversations[rest.id] = { ...rest, cast };
      changed();
    },
    endConversation: (conversation) => {
      reasons[conversation.id] = reasonsOf(conversation);
      drop(conversation.id);
      changed();
    },
    reasons: (id) => {
      if (Object.hasOwn(reasons, id)) return reasons[id];
      return Object.hasOwn(conversations, id) ? reasonsOf(conversations[id]!) : undefined;
    },
  };
}
