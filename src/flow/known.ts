/** Which information is surely known at a step: collected on every way from the start. Pure; knows no kind. */
import type { FlowDocument, InformationId, NodeId } from './document.ts';
import type { FlowGraph, IndexedSteps } from './graph.ts';

export interface KnownInformation {
  /** Undefined for a step that no call gets to. */
  get(node: NodeId): { has(information: InformationId): boolean } | undefined;
  /** The same by the place of the step in the graph's list; nothing is known where no call gets to. */
  has(step: number, information: InformationId): boolean;
}

/**
 * What is known depends on where calls can get to, on what information there is, and on what steps collect: an edit of a step's
 * words leaves all of it as it is.
 */
const remembered = new WeakMap<IndexedSteps['components'], Memory>();

interface Memory {
  readonly information: FlowDocument['information'];
  readonly facts: IndexedSteps['facts'];
  readonly known: KnownInformation;
}

/** Known on every way to each step, O(nodes + edges) for each 32 pieces of information. */
export function knownBefore({ information }: FlowDocument, graph: FlowGraph): KnownInformation {
  const { components, facts } = graph.steps;
  const last = remembered.get(components);
  const isSame = last?.information === information && collectsTheSame(last.facts, facts);
  const known = isSame ? last.known : assign(information, graph);
  remembered.set(components, { information, facts, known });
  return known;
}

function collectsTheSame(before: IndexedSteps['facts'], now: IndexedSteps['facts']): boolean {
  if (before === now) return true;
  for (let step = 0; step < now.length; step += 1) {
    const old = before[step];
    const facts = now[step];
    if (facts !== old && JSON.stringify(facts?.collects) !== JSON.stringify(old?.collects)) return false;
  }
  return true;
}

/**
 * Definite assignment by bit sets, to the greatest fixed point: a step knows what all steps before it know and collect.
 * Steps are walked in topological order, so that only circles need another round.
 */
function assign(all: FlowDocument['information'], graph: FlowGraph): KnownInformation {
  const bits = new Map<InformationId, number>();
  for (const id of Object.keys(all) as InformationId[]) bits.set(id, bits.size);
  const { indexOf, reached } = graph.steps;
  const rows = propagate(graph, bits);
  const has = (step: number, information: InformationId) => rows.has(step, bits.get(information) ?? -1);
  return {
    has,
    get: (node) => {
      const step = indexOf(node) ?? -1;
      return reached[step] === 1 ? { has: (information) => has(step, information) } : undefined;
    },
  };
}

function propagate(graph: FlowGraph, bits: ReadonlyMap<InformationId, number>): BitRows {
  const { facts, links, rows, components, reached, indexOf } = graph.steps;
  const size = reached.length;
  /** One row a step, and one to work in. */
  const known = new BitRows(size + 1, bits.size);
  /** 1 once something is known about a step; it only shrinks from then on. */
  const isKnown = new Uint8Array(size);
  // A rule valid at any time may lead to its step before anything was asked.
  if (graph.entry !== null) for (const node of [graph.entry, ...graph.lane]) isKnown[indexOf(node)!] = 1;
  /** The last round in which a step was walked over. */
  const walked = new Int32Array(size);
  const leave = (from: number, link: number): number => {
    const collected = facts[from]!.collects[rows[link]!];
    if (collected === undefined || collected.length === 0) return from;
    known.copy(from, size);
    for (const information of collected) known.add(size, bits.get(information) ?? -1);
    return size;
  };
  for (let round = 1, isAgain = true; isAgain; round += 1) {
    isAgain = false;
    for (const component of components)
      for (const from of component) {
        walked[from] = round;
        for (let link = links.starts[from]!; link < links.starts[from + 1]!; link += 1) {
          const to = links.targets[link]!;
          const after = leave(from, link);
          if (isKnown[to] === 0) known.copy(after, to);
          else if (known.narrow(to, after) && walked[to] === round) isAgain = true;
          isKnown[to] = 1;
        }
      }
  }
  return known;
}

/** Rows of bits in one flat array. */
class BitRows {
  private readonly words: number;
  private readonly rows: Int32Array;

  constructor(rows: number, bits: number) {
    this.words = Math.ceil(bits / 32);
    this.rows = new Int32Array(rows * this.words);
  }

  has(row: number, bit: number): boolean {
    return bit >= 0 && (this.rows[row * this.words + (bit >> 5)]! & (1 << (bit & 31))) !== 0;
  }

  /** Knows no bit below 0. */
  add(row: number, bit: number): void {
    if (bit >= 0) this.rows[row * this.words + (bit >> 5)]! |= 1 << (bit & 31);
  }

  copy(from: number, to: number): void {
    const { rows, words } = this;
    for (let word = 0; word < words; word += 1) rows[to * words + word] = rows[from * words + word]!;
  }

  /** Keeps of a row what the other has too; true when some was lost. */
  narrow(row: number, by: number): boolean {
    const { rows, words } = this;
    let lost = 0;
    for (let word = 0; word < words; word += 1) {
      const before = rows[row * words + word]!;
      const after = before & rows[by * words + word]!;
      lost |= before ^ after;
      rows[row * words + word] = after;
    }
    return lost !== 0;
  }
}
