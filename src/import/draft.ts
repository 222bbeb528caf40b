/**
 * A flow while it is being drawn from a file: mints ids, keeps texts within the limits of their fields, collects what
 * must be looked at. Knows no file format.
 */

import { DEFAULT_ANYTIME } from '../flow/anytime/defaults.ts';
import {
  type AnytimeRule,
  type AnytimeSetting,
  type CallLanguage,
  DEFAULT_SETTINGS,
  DOCUMENT_FORMAT,
  type EdgeId,
  type ExitId,
  type FlowDocument,
  type FlowEdge,
  type FlowNode,
  type Information,
  type InformationId,
  type NodeId,
  type Point,
} from '../flow/document.ts';
import type { Kind } from '../flow/kind.ts';
import type { Place, Problem, Severity } from '../flow/problem.ts';
import { RESERVED_INFORMATION } from '../flow/reserved-information.ts';
import { LONGEST_NOTE, note } from '../kinds/note/kind.ts';
import type { JsonObject } from '../lib/json.ts';
import { type Guess, pleaseCheck } from './problems.ts';
import type { Wanted } from './station.ts';
import { clip, NEUTRAL } from './words.ts';

export interface About {
  readonly title?: string;
  readonly position?: Point | null;
  /** Where in the file it comes from. */
  readonly path: string;
}

export type Draft = ReturnType<typeof createDraft>;

export function createDraft(name: string, language: CallLanguage) {
  const nodes = new Map<NodeId, FlowNode>();
  /** Where in the file each step comes from; apart, so that a step stays the same object as long as nothing changes it. */
  const paths = new Map<NodeId, string>();
  const edges = new Map<string, FlowEdge>();
  const notes = new Map<NodeId, NodeId | null>();
  let edgeCount = 0;
  const information = new Map<InformationId, Information>();
  const byName = new Map<string, InformationId>();
  const counts = new Map<string, number>();
  const anytime = { ...DEFAULT_ANYTIME };
  const problems: Problem[] = [];

  const draft = {
    language,
    words: NEUTRAL[language],
    problems,

    step<Id extends string, Data>(kind: Kind<Id, Data>, data: Data, about: About): NodeId {
      const id = `n${nodes.size + 1}` as NodeId;
      nodes.set(id, {
        id,
        kind: kind.id,
        ...(about.title ? { title: about.title } : {}),
        position: about.position ?? NOWHERE,
        data: data as JsonObject,
      });
      paths.set(id, about.path);
      return id;
    },

    /** The data of a step of a kind; undefined when it is of another. */
    dataOf<Id extends string, Data>(kind: Kind<Id, Data>, id: NodeId): Data | undefined {
      const node = nodes.get(id);
      return node?.kind === kind.id ? (node.data as Data) : undefined;
    },

    change<Id extends string, Data>(kind: Kind<Id, Data>, id: NodeId, data: Data): void {
      nodes.set(id, { ...nodes.get(id)!, kind: kind.id, data: data as JsonObject });
    },

    /** The first link from an exit stays. */
    link(from: NodeId, exit: ExitId, to: NodeId): void {
      const key = `${from} ${exit}`;
      if (edges.has(key)) return;
      edgeCount += 1;
      edges.set(key, { id: `e${edgeCount}` as EdgeId, from, exit, to });
    },

    relink(from: NodeId, exit: ExitId, to: NodeId): void {
      const edge = edges.get(`${from} ${exit}`);
      if (edge) edges.set(`${from} ${exit}`, { ...edge, to });
    },

    /** Words for the people who draw, in a note beside a step; never part of a call. */
    remark(text: string, beside: NodeId | null, path: string): void {
      const data = { ...note.create({ language }), text: clip(text, LONGEST_NOTE) };
      notes.set(draft.step(note, data, { path }), beside);
    },
    notes: (): ReadonlyMap<NodeId, NodeId | null> => notes,

    /** Keeps a link when its exit has another name. */
    moveExit(from: NodeId, exit: ExitId, to: ExitId): void {
      const edge = edges.get(`${from} ${exit}`);
      if (!edge) return;
      edges.delete(`${from} ${exit}`);
      edges.set(`${from} ${to}`, { ...edge, exit: to });
    },

    always(rule: AnytimeRule, setting: AnytimeSetting): void {
      anytime[rule] = setting;
    },
    alwaysLeadsTo: (rule: AnytimeRule): NodeId | null => anytime[rule].goTo,

    /** The information of a name, declared at its first use. */
    collect(wanted: Wanted): InformationId {
      const known = byName.get(nameKey(wanted.name));
      if (known !== undefined) return known;
      const id = freshId(wanted.idFrom ?? wanted.name, information, counts);
      information.set(id, {
        id,
        name: draft.clipped(wanted.label, 80, {}, wanted.path) || id,
        type: wanted.type === 'choice' && wanted.choices.length === 0 ? 'text' : wanted.type,
        ...(wanted.type === 'choice' && wanted.choices.length > 0 ? { choices: wanted.choices } : {}),
      });
      for (const alias of [wanted.name, ...wanted.aliases])
        if (!byName.has(nameKey(alias))) byName.set(nameKey(alias), id);
      if (wanted.typeGuessed)
        draft.check('information-type', { information: id }, wanted.path, `${wanted.label}: ${wanted.type}`);
      return id;
    },

    informationOf: (name: string): Information | undefined => {
      const id = byName.get(nameKey(name));
      return id === undefined ? undefined : information.get(id);
    },

    /** A sentence with the marks of known information as chips; other marks are taken out and flagged. */
    sentence(text: string, limit: number, at: Place, path: string): string {
      const gone: string[] = [];
      const marked = text.replaceAll(/\{\{([^{}]*)\}\}|\{%[^%]*%\}/g, (mark, inside: string | undefined) => {
        const id = byName.get(nameKey((inside ?? '').split('|')[0]!));
        if (id !== undefined) return `{{${id}}}`;
        gone.push(mark);
        return GAP;
      });
      if (gone.length > 0) draft.check('mark-removed', at, path, gone.join(' '), 'warning');
      const whole = (gone.length === 0 ? marked : closeGaps(marked)).trim();
      return draft.clipped(whole, limit, at, path);
    },

    /** A sentence of a step that only speaks: never empty, since nothing but a mark may have stood in it. */
    spoken(text: string, at: Place, path: string): string {
      const words = draft.sentence(text, 2000, at, path);
      if (words === '') draft.check('closing-added', at, path, NEUTRAL[language].moment);
      return words || NEUTRAL[language].moment;
    },

    clipped(text: string, limit: number, at: Place, path: string): string {
      if (text.length > limit) draft.check('shortened', at, path, text, 'warning');
      return clip(text, limit);
    },

    check(guess: Guess, at: Place, path: string, text = '', severity: Severity = 'hint'): void {
      problems.push(pleaseCheck(guess, at, path, text, severity));
    },

    /** Points a problem of the file at the step that came of it. */
    pathOf: (id: NodeId): string => paths.get(id) ?? '$',
    nodes: (): readonly FlowNode[] => [...nodes.values()],
    edges: (): readonly FlowEdge[] => [...edges.values()],
    node: (id: NodeId): FlowNode | undefined => nodes.get(id),
    edgeFrom: (from: NodeId, exit: ExitId): FlowEdge | undefined => edges.get(`${from} ${exit}`),

    build(): FlowDocument {
      return {
        format: DOCUMENT_FORMAT,
        name: clip(name, 120),
        language,
        nodes: Object.fromEntries(nodes),
        edges: Object.fromEntries([...edges.values()].map((edge) => [edge.id, edge])),
        information: Object.fromEntries(information),
        hours: {},
        settings: DEFAULT_SETTINGS,
        anytime,
      };
    },
  };
  return draft;
}

/** Marks a step that the file gives no place. */
export const NOWHERE: Point = { x: 0, y: 0 };
/** Stands for a mark that was taken out; texts hold no such character, since NUL is dropped when they are read. */
const GAP = '\u0000';

/** The text around marks that were taken out: one space between words, none before a sign. Linear in its length. */
function closeGaps(text: string): string {
  const [first = '', ...others] = text.split(GAP);
  const kept = [first];
  for (const piece of others) {
    const right = piece.trimStart();
    trimEnd(kept);
    if (right === '') continue;
    if (kept.length > 0 && !/^[,.!?;:]/.test(right)) kept.push(' ');
    kept.push(right);
  }
  return kept.join('');
}

/** Takes the white space at the end away, with the pieces that are nothing else. */
function trimEnd(pieces: string[]): void {
  for (let last = pieces.pop(); last !== undefined; last = pieces.pop()) {
    const trimmed = last.trimEnd();
    if (trimmed === '') continue;
    pieces.push(trimmed);
    return;
  }
}

function nameKey(name: string): string {
  return name
    .trim()
    .replace(/^variables?\./, '')
    .toLowerCase();
}

/** A readable key for Vapi: letters, digits and `_`, none that objects inherit. `counts` holds the last number of each. */
function freshId(
  name: string,
  taken: ReadonlyMap<InformationId, unknown>,
  counts: Map<string, number>,
): InformationId {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 34)
    .replace(/_+$/, '');
  const isTaken = plain in {} || RESERVED_INFORMATION.has(plain);
  const slug = plain === '' ? 'information' : isTaken ? `${plain}_1` : plain;
  for (let number = (counts.get(slug) ?? 0) + 1; ; number += 1) {
    const id = (number === 1 ? slug : `${slug}_${number}`) as InformationId;
    if (taken.has(id)) continue;
    counts.set(slug, number);
    return id;
  }
}

/** A choice's or case's id: `book-a-table`, unique among `taken`. */
export function choiceId(label: string, taken: ReadonlySet<string>): string {
  const plain = label
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 30)
    .replace(/-+$/, '');
  const slug = plain === '' ? 'choice' : plain;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(id)) return id;
  }
}
