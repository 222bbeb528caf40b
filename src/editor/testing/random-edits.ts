/**
 * For tests: random work of a person on a real drawing, through the real commands. What exists is picked by numbers, so
 * the same work can be tried on any drawing; what a command refuses is not done.
 */
import fc from 'fast-check';
import { blocks } from '../../blocks/registry.ts';
import {
  ANYTIME_RULES,
  type EdgeId,
  type FlowDocument,
  type HoursId,
  type InformationId,
  type NodeId,
} from '../../flow/document.ts';
import { layout } from '../../flow/layout/layout.ts';
import { cardShape } from '../../kinds/card-size.ts';
import { kinds, registry } from '../../kinds/registry.ts';
import type { Json } from '../../lib/json.ts';
import { addStep } from '../commands/add-step.ts';
import { connect } from '../commands/connect.ts';
import { deleteSelection } from '../commands/delete-selection.ts';
import { disconnect } from '../commands/disconnect.ts';
import { duplicate } from '../commands/duplicate.ts';
import { editAnytime } from '../commands/edit-anytime.ts';
import { editField } from '../commands/edit-field.ts';
import { editHours } from '../commands/edit-hours.ts';
import { editSettings } from '../commands/edit-settings.ts';
import { forgetInformation } from '../commands/forget-information.ts';
import { insertBlock } from '../commands/insert-block.ts';
import { moveSteps } from '../commands/move-steps.ts';
import { renameStep } from '../commands/rename-step.ts';
import { setInformation } from '../commands/set-information.ts';
import { setSection } from '../commands/set-section.ts';
import { tidyLayout } from '../commands/tidy-layout.ts';
import { createDocumentStore, type DocumentStore } from '../store/document-store.ts';
import { selectNodes } from '../store/selection.ts';

export interface Deed {
  readonly what: number;
  readonly a: number;
  readonly b: number;
  readonly text: string;
}

const WORDS = ['Bonjour', 'Merci', 'At once', 'Hello {{name}}', 'one', ''];

export const deed: fc.Arbitrary<Deed> = fc.record({
  // Writing in a step is what people do most.
  what: fc.oneof({ weight: 2, arbitrary: fc.nat(18) }, { weight: 1, arbitrary: fc.constant(0) }),
  a: fc.nat(1000),
  b: fc.nat(1000),
  text: fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 5 })),
});

/** A store on a drawing; `who` keeps the ids that two people make apart. */
export function openStore(document: FlowDocument, who: string): DocumentStore {
  let ids = 0;
  let time = 0;
  return createDocumentStore(document, {
    kinds: registry,
    newId: (prefix) => `${prefix}-${who}-${++ids}`,
    now: () => {
      time += 5000;
      return time;
    },
    layout: (drawing) => layout(drawing, cardShape),
  });
}

/** What a person makes of a drawing. */
export function worked(document: FlowDocument, deeds: readonly Deed[], who: string): FlowDocument {
  const store = openStore(document, who);
  for (const one of deeds) doDeed(store, one);
  return store.state.getState().document;
}

const pick = <Value>(all: readonly Value[], index: number): Value | undefined => all[index % all.length];

export function doDeed(store: DocumentStore, { what, a, b, text }: Deed): void {
  const { document } = store.state.getState();
  const nodes = Object.keys(document.nodes).sort() as NodeId[];
  const node = pick(nodes, a) ?? ('none' as NodeId);
  const other = pick(nodes, b) ?? ('none' as NodeId);
  const edge = pick(Object.keys(document.edges).sort() as EdgeId[], a);
  const hours = pick(Object.keys(document.hours).sort() as HoursId[], a);
  const information = pick(Object.keys(document.information).sort() as InformationId[], b);
  const step = document.nodes[node];
  const exit = step && pick(registry.get(step.kind)?.exits(step.data) ?? [], b)?.id;
  const rule = pick(ANYTIME_RULES, a)!;
  const onSelected = (command: typeof deleteSelection) => {
    store.select(selectNodes(node));
    return store.run(command, null);
  };
  const deeds: (() => unknown)[] = [
    () => editSomething(store, node, b, text),
    () => editSomething(store, node, b, text),
    () => store.run(addStep, { kind: pick(kinds, a)!.id, position: { x: a, y: b } }),
    () =>
      store.run(addStep, {
        kind: pick(kinds, b)!.id,
        position: { x: a, y: b },
        ...(exit === undefined ? {} : { from: { node, exit } }),
      }),
    () => exit !== undefined && store.run(connect, { node, exit, to: other }),
    () => exit !== undefined && store.run(connect, { node, exit, to: pick(nodes, b + 1)! }),
    () => edge && store.run(disconnect, { edge }),
    () => onSelected(deleteSelection),
    () => onSelected(duplicate),
    () => store.run(renameStep, { node, title: text }),
    () => store.run(moveSteps, { positions: { [node]: { x: a, y: b } } }),
    () => store.run(insertBlock, { block: pick(blocks, a)!.id }),
    () => store.run(setInformation, { information: { id: `i${a % 3}` as never, name: text, type: 'text' } }),
    () => information && store.run(forgetInformation, { information }),
    () => store.run(editSettings, a % 2 ? { name: text } : { settings: { maximumSeconds: 60 + (b % 800) } }),
    () =>
      store.run(editAnytime, {
        rule,
        setting: b % 3 === 0 ? { phrases: [...document.anytime[rule].phrases, text] } : { goTo: other },
      }),
    () => hours && store.run(editHours, { hours, changes: changedHours(document, hours, a, b) }),
    () => store.run(setSection, { nodes: [node], section: a % 2 ? other : null }),
    () => a % 4 === 0 && store.run(tidyLayout, null),
  ];
  deeds[what]?.();
}

function changedHours(document: FlowDocument, id: HoursId, a: number, b: number) {
  const { week, exceptions } = document.hours[id]!;
  const day = b % 7;
  if (a % 2)
    return { week: week.map((spans, index) => (index === day ? [{ from: 60, to: 61 + a }] : spans)) };
  return { exceptions: [...exceptions, { date: `2026-0${1 + (b % 9)}-01`, spans: [] }] };
}

/** Changes some value of a step's data, whatever its kind: a text, a number, a switch, a row. */
function editSomething(store: DocumentStore, node: NodeId, pickOf: number, text: string): boolean {
  const step = store.state.getState().document.nodes[node];
  if (!step) return false;
  const places = placesOf(step.data, []);
  const place = pick(places, pickOf);
  if (!place) return false;
  const value = changed(place.value, pickOf, text);
  return store.run(editField, { node, path: place.path.join('.'), value });
}

interface DataPlace {
  readonly path: readonly string[];
  readonly value: Json;
}

function placesOf(value: unknown, path: readonly string[]): DataPlace[] {
  if (typeof value !== 'object' || value === null)
    return path.length > 0 ? [{ path, value: value as Json }] : [];
  const inside = Object.entries(value).flatMap(([key, one]) => placesOf(one, [...path, key]));
  return Array.isArray(value) ? [{ path, value: value as Json }, ...inside] : inside;
}

function changed(value: Json, how: number, text: string): Json {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return text;
  if (!Array.isArray(value)) return value;
  const rows = value as Json[];
  if (how % 4 === 0) return rows.slice(1);
  if (how % 4 === 1) return [...rows].reverse();
  const [first] = rows;
  if (typeof first === 'object' && first !== null)
    return [...rows, { ...(first as object), ...('id' in first ? { id: `r${how}` } : {}) }];
  return [...rows, text];
}
