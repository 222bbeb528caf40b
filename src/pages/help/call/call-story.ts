/** What becomes of a call of a workspace: who gets what of it, in which order, and what is kept how long. Out of settings; knows no words. Pure. */
import type { Privacy } from '../../../data/privacy.ts';
import type { ServedFlow } from '../../../data/recorded.ts';
import type { ProcessorPart, ProcessorsAnswer } from '../../../data/report.ts';

/** In the order of a call. */
export const STATIONS = [
  'caller',
  'line',
  'vapi',
  'transcriber',
  'model',
  'documents',
  'asks',
  'voice',
  'texts',
  'mails',
  'storage',
  'you',
] as const;
export type StationId = (typeof STATIONS)[number];

export interface Station {
  readonly id: StationId;
  /** From 1, as it stands in the drawing and in the list. */
  readonly number: number;
  /** Companies as the processors name them; empty where it is not known yet, or nobody's. */
  readonly names: readonly string[];
}

/** Where Vapi works: see `processorsAnswer`. */
export type Place = ProcessorsAnswer['vapi'];

export interface CallStory {
  readonly place: Place;
  /** Nothing answers calls yet: the companies of voice and ear are chosen when something is published. */
  readonly isServing: boolean;
  readonly stations: readonly Station[];
  readonly kept: {
    /** Days in writing; null when it is not kept at all. */
    readonly words: number | null;
    readonly information: number;
    readonly calls: number;
    /** Names of flows whose callers are asked whether they may be recorded. */
    readonly recorded: readonly string[];
    /** How many sorts of details are blacked out before anything is kept. */
    readonly hidden: number;
  };
  readonly isSecret: boolean;
}

export interface CallFacts {
  readonly privacy: Privacy;
  readonly processors: ProcessorsAnswer;
  readonly served: readonly ServedFlow[];
}

/** On every call, whoever does it. */
const ALWAYS: ReadonlySet<StationId> = new Set([
  'caller',
  'line',
  'vapi',
  'transcriber',
  'model',
  'voice',
  'storage',
  'you',
]);

export function callStory({ privacy, processors, served }: CallFacts): CallStory {
  const { vapi: place, parts } = processors;
  const isSandbox = place === 'sandbox';
  const stations = STATIONS.filter((id) => ALWAYS.has(id) || parts.some(({ role }) => role === id)).map(
    (id, index): Station => ({ id, number: index + 1, names: namesOf(id, parts, isSandbox) }),
  );
  return {
    place,
    isServing: served.length > 0,
    stations,
    kept: {
      words: privacy.secrecy ? null : privacy.keepWords,
      information: privacy.keepInformation,
      calls: privacy.keepCalls,
      recorded: privacy.secrecy
        ? []
        : [...new Set(served.filter(({ isRecorded }) => isRecorded).map(({ name }) => name))],
      hidden: privacy.hides.length,
    },
    isSecret: privacy.secrecy,
  };
}

/** What the sandbox plays itself belongs to no company; what it sends and asks goes outside for real. */
const PLAYED: ReadonlySet<StationId> = new Set([
  'line',
  'vapi',
  'transcriber',
  'model',
  'voice',
  'documents',
  'storage',
]);

function namesOf(id: StationId, parts: readonly ProcessorPart[], isSandbox: boolean): readonly string[] {
  if (isSandbox && PLAYED.has(id)) return [];
  if (id === 'vapi') return ['vapi'];
  if (id === 'storage') return ['Supabase'];
  return [...new Set(parts.filter(({ role }) => role === id).map(({ name }) => name))].filter(
    (name) => name !== '',
  );
}
