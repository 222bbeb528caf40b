/**
 * Copied steps as text: what leaves a drawing for the clipboard, and what may come back from one. A clip holds a small drawing,
 * so that it is read, checked and brought to the present format as any stored drawing is. Pure; reading is total.
 */
import {
  DEFAULT_SETTINGS,
  emptyDocument,
  type FlowDocument,
  type FlowEdge,
  type FlowNode,
  type NodeId,
} from '../../flow/document.ts';
import type { DrawnKinds } from '../../flow/kind.ts';
import { hasLosses, readDocument } from '../../flow/read.ts';
import { isJsonObject } from '../../lib/json.ts';
import { fail, type Result, succeed } from '../../lib/result.ts';
import { CLIP_LIMITS } from './clip-limits.ts';
import { mentionsOf } from './references.ts';

const MARKER = 'steps';
/** Of the wrapping; the drawing inside has its own format. */
const VERSION = 1;

export interface Clip {
  /** Id of the flow that the steps come from: there, equal ids mean the same. */
  readonly flow: string;
  /** The steps, the links among them, and what they speak of. Its name and its lane mean nothing. */
  readonly drawing: FlowDocument;
}

export type ClipFailure = 'too-large' | 'newer' | 'unreadable';

/** The steps of these ids, in the order of the drawing. */
export function clipOf(
  document: FlowDocument,
  nodes: ReadonlySet<NodeId>,
  kinds: DrawnKinds,
  flow: string,
): Clip {
  const steps = Object.values<FlowNode>(document.nodes).filter(({ id }) => nodes.has(id));
  const mentions = steps.map((step) => mentionsOf(step, kinds));
  const information = only(document.information, new Set(mentions.flatMap((one) => [...one.information])));
  const { consent } = document.settings;
  return {
    flow,
    drawing: {
      ...emptyDocument('', document.language),
      nodes: only(document.nodes, nodes),
      edges: Object.fromEntries(
        Object.values<FlowEdge>(document.edges)
          .filter(({ from, to }) => nodes.has(from) && nodes.has(to))
          .map((edge) => [edge.id, edge]),
      ),
      information,
      hours: only(document.hours, new Set(mentions.flatMap((one) => [...one.hours]))),
      settings: {
        ...DEFAULT_SETTINGS,
        consent: consent !== null && Object.hasOwn(information, consent) ? consent : null,
      },
    },
  };
}

function only<Part extends object>(record: Part, ids: ReadonlySet<string>): Part {
  return Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id))) as Part;
}

export function printClip({ flow, drawing }: Clip): string {
  return JSON.stringify({ allokoli: MARKER, version: VERSION, flow, drawing });
}

/** Any text gives a clip or the reason why it is none. All or nothing: half of a step is worse than none. */
export function readClip(text: string, kinds: DrawnKinds): Result<Clip, ClipFailure> {
  if (text.length > CLIP_LIMITS.characters) return fail('too-large');
  const json = parse(text);
  if (!isJsonObject(json) || json.allokoli !== MARKER || typeof json.version !== 'number')
    return fail('unreadable');
  if (json.version > VERSION) return fail('newer');
  if (!isHarmless(json, CLIP_LIMITS.depth) || !isJsonObject(json.drawing)) return fail('unreadable');
  const { nodes } = json.drawing;
  if (isJsonObject(nodes) && Object.keys(nodes).length > CLIP_LIMITS.steps) return fail('too-large');
  const { document, problems } = readDocument(json.drawing, kinds);
  if (problems.some(({ code }) => code === 'newer-format')) return fail('newer');
  const steps = Object.values<FlowNode>(document.nodes);
  if (hasLosses(problems) || steps.length === 0 || !steps.every(isWithinReach)) return fail('unreadable');
  return succeed({ flow: typeof json.flow === 'string' ? json.flow : '', drawing: document });
}

function isWithinReach({ position: { x, y } }: FlowNode): boolean {
  return Math.max(Math.abs(x), Math.abs(y)) <= CLIP_LIMITS.reach;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Not too deep for what walks through it, and without a key that reaches a prototype. */
function isHarmless(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  return Object.entries(value).every(([key, one]) => key !== '__proto__' && isHarmless(one, depth - 1));
}
