/**
 * People who edit and save, as the app does it: a save compares and swaps, and whoever comes second merges and saves again. Every fifth
 * has two tabs on one flow. What a save was told to be kept must be there at the end.
 */
import type { FlowDocument, NodeId } from '../../src/flow/document.ts';
import { mergeDocuments } from '../../src/flow/merge/merge-documents.ts';
import { readFlow, registry } from '../../src/kinds/registry.ts';
import { templates } from '../../src/templates/registry.ts';
import { createFlow, type Session } from '../support/session.ts';
import { pause, type Record } from './record.ts';
import { patiently } from './session.ts';

export interface Flow {
  readonly id: string;
  /** One for each tab; a tab edits titles of steps of its own. */
  readonly tabs: readonly Tab[];
  readonly session: Session;
}

interface Tab {
  readonly steps: readonly NodeId[];
  /** By step, the title that the last answered save held. */
  readonly kept: Map<NodeId, string>;
  base: FlowDocument;
  revision: number;
  edits: number;
}

interface Row {
  readonly document: unknown;
  readonly revision: number;
}

/** As the editor's autosave asks again; it would go on for ever. */
const SAVE = { tries: 5, first: 2000 };
/** As `@supabase/postgrest-js` asks again. */
const READ = { tries: 4, first: 1000 };

const template = templates.find(({ id }) => id === 'appointment-booking') ?? templates[0]!;

export async function openFlow(session: Session, tabCount: number): Promise<Flow> {
  const row = await createFlow(session, template.build('en', { name: 'Load' }));
  const base = readFlow(row.document).document;
  const steps = Object.keys(base.nodes) as NodeId[];
  const tabs = Array.from({ length: tabCount }, (_, tab) => ({
    steps: steps.filter((_step, index) => index % tabCount === tab),
    kept: new Map<NodeId, string>(),
    base,
    revision: row.revision,
    edits: 0,
  }));
  return { id: row.id, tabs, session };
}

/** One edit and its save, until it is kept. */
export async function editAndSave(flow: Flow, tab: Tab, record: Record, name: string): Promise<void> {
  const step = tab.steps[tab.edits % tab.steps.length]!;
  tab.edits += 1;
  const title = `Edit ${tab.edits} of ${tab.steps[0]}`;
  let mine: FlowDocument = withTitle(tab.base, step, title);
  for (let tries = 0; tries < 10; tries += 1) {
    const path = `/rest/v1/flows?id=eq.${flow.id}&revision=eq.${tab.revision}&select=revision`;
    const values = { document: mine, name: mine.name };
    const saved = (await patiently(SAVE, record, () =>
      record.timed(name, () => flow.session.ask('PATCH', path, values)),
    )) as { revision: number }[];
    if (saved[0]) {
      Object.assign(tab, { base: mine, revision: saved[0].revision });
      tab.kept.set(step, title);
      record.count('saves');
      return;
    }
    record.count('saves that met another');
    const theirs = await readStored(flow, record);
    const merged = mergeDocuments({ base: tab.base, mine, theirs: theirs.document }, registry);
    if (merged.conflicts.length > 0)
      record.error(`two tabs on steps of their own: ${merged.conflicts.length} conflicts`);
    mine = merged.document;
    Object.assign(tab, { base: theirs.document, revision: theirs.revision });
  }
  record.error('a save met another ten times in a row');
}

/** Until it is over: an edit every few seconds, never in step with the others. */
export async function keepEditing(
  flow: Flow,
  tab: Tab,
  record: Record,
  seconds: number,
  isOver: () => boolean,
): Promise<void> {
  await pause(Math.random() * seconds * 1000);
  while (!isOver()) {
    await editAndSave(flow, tab, record, 'save').catch((error: unknown) => record.error(String(error)));
    await pause((0.5 + Math.random()) * seconds * 1000);
  }
}

/** Titles that a save was told to be kept and that are not there. */
export async function countLost(flow: Flow, record: Record): Promise<number> {
  const { document } = await readStored(flow, record);
  return flow.tabs
    .flatMap(({ kept }) => [...kept])
    .filter(([step, title]) => document.nodes[step]?.title !== title).length;
}

async function readStored({ id, session }: Flow, record: Record) {
  const [row] = (await patiently(READ, record, () =>
    session.ask('GET', `/rest/v1/flows?id=eq.${id}&select=document,revision`),
  )) as [Row];
  return { document: readFlow(row.document).document, revision: row.revision };
}

function withTitle(document: FlowDocument, step: NodeId, title: string): FlowDocument {
  return { ...document, nodes: { ...document.nodes, [step]: { ...document.nodes[step]!, title } } };
}
