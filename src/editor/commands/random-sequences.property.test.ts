/**
 * No work is lost to an undo too many: after any sequence of commands, undoing all gives the drawing there was, which
 * compiles to the same bytes, and redoing all gives the one there is. `RUNS=10000` for ten thousand sequences, `SEED=…` for others.
 */
import { writeSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyDocument, type FlowDocument, type FlowNode } from '../../flow/document.ts';
import { layout } from '../../flow/layout/layout.ts';
import { cardShape } from '../../kinds/card-size.ts';
import { checkFlow, compileFlow, registry } from '../../kinds/registry.ts';
import { everyKind } from '../../kinds/testing/every-kind.ts';
import { richFlow } from '../../kinds/testing/rich-flow.ts';
import { stableStringify } from '../../lib/json.ts';
import { templates } from '../../templates/registry.ts';
import { quickFix } from '../problems-panel/quick-fix.ts';
import { createDocumentStore, type DocumentStore } from '../store/document-store.ts';
import { HISTORY_LIMIT } from '../store/history.ts';
import { Draws } from '../testing/draws.ts';
import { RANDOM_ARGUMENTS } from '../testing/random-arguments.ts';
import type { Command } from './command.ts';
import { commands as all, findCommand } from './registry.ts';

/** What somebody else did is nobody's to undo here (`store/keep-own.test.ts`). */
const commands = all.filter(({ history }) => history !== 'others');

const RUNS = Number(process.env.RUNS ?? 250);
const SEED = Number(process.env.SEED ?? 1);
/** Milliseconds for one sequence; far more than it needs. */
const PATIENCE = 2_000;

const starts: readonly (() => FlowDocument)[] = [
  ...templates.flatMap((template) =>
    (['en', 'fr'] as const).map((language) => () => template.build(language, { name: 'Start' })),
  ),
  () => richFlow('fr'),
  () => everyKind('en'),
  () => emptyDocument('Empty', 'fr'),
];
const bytesOf = (document: FlowDocument) =>
  stableStringify(compileFlow(document, { mode: 'publish' }).payload);
const known = new Map<number, string>();
const startBytes = (start: number) => {
  const bytes = known.get(start) ?? bytesOf(starts[start]!());
  known.set(start, bytes);
  return bytes;
};

function open(document: FlowDocument) {
  let [ids, time] = [0, 0];
  const store = createDocumentStore(document, {
    kinds: registry,
    newId: (prefix) => {
      ids += 1;
      return `${prefix}-${ids}`;
    },
    now: () => time,
    layout: (drawing) => layout(drawing, cardShape),
  });
  const wait = (milliseconds: number) => {
    time += milliseconds;
  };
  return { store, wait };
}

/** A fix as the problems panel runs it; its command, or undefined where nothing can be fixed. */
function runFix(store: DocumentStore, draws: Draws): string | undefined {
  const { document } = store.state.getState();
  const fixes = checkFlow(document).flatMap((problem) => quickFix(problem, document) ?? []);
  const fix = draws.pick(fixes);
  const command = fix && findCommand(fix.command);
  return command && store.run(command, fix.args) ? `fix ${command.id}` : undefined;
}

/** One action of a person; what it did, or undefined. */
function act(store: DocumentStore, action: number, draws: Draws): string | undefined {
  const { document } = store.state.getState();
  const nodes = Object.values<FlowNode>(document.nodes).map(({ id }) => id);
  const edges = draws.oneIn(4) ? draws.some(Object.values(document.edges), 2).map(({ id }) => id) : [];
  if (draws.oneIn(2)) store.select({ nodes: new Set(draws.some(nodes, 4)), edges: new Set(edges) });
  const command = commands[action] as Command<unknown> | undefined;
  if (!command) return runFix(store, draws);
  return store.run(command, RANDOM_ARGUMENTS[command.id]!(document, draws)) ? command.id : undefined;
}

const sequence = fc.record({
  start: fc.nat(starts.length - 1),
  // Past the last command are fixes: the one action that needs a problem first.
  actions: fc.array(
    fc.record({
      action: fc.nat(commands.length + 2),
      numbers: fc.array(fc.nat(100_000), { minLength: 24, maxLength: 24 }),
    }),
    { minLength: 2, maxLength: 24, size: '+1' },
  ),
});

test('every command has arguments, and no other has', () => {
  expect(Object.keys(RANDOM_ARGUMENTS).sort()).toEqual(commands.map(({ id }) => id).sort());
});

test(`undo and redo of ${RUNS} random sequences come back to the same drawings`, {
  timeout: RUNS * PATIENCE,
}, () => {
  const effective = new Map<string, number>();
  let done = 0;
  fc.assert(
    fc.property(sequence, ({ start, actions }) => {
      const initial = starts[start]!();
      const { store, wait } = open(initial);
      for (const { action, numbers } of actions) {
        const draws = new Draws(numbers);
        wait(draws.oneIn(2) ? 100 : 5_000);
        const did = act(store, action, draws);
        if (did !== undefined) effective.set(did, (effective.get(did) ?? 0) + 1);
        if (did !== undefined) done += 1;
      }
      const final = store.state.getState().document;
      expect(store.state.getState().history.past.length).toBeLessThan(HISTORY_LIMIT);
      while (store.undo());
      const undone = store.state.getState().document;
      expect(isDeepStrictEqual(undone, starts[start]!()), 'undo all').toBe(true);
      expect(bytesOf(undone)).toBe(startBytes(start));
      while (store.redo());
      const redone = store.state.getState().document;
      expect(isDeepStrictEqual(redone, final), 'redo all').toBe(true);
    }),
    { numRuns: RUNS, seed: SEED },
  );
  const counts = [...effective].map(([id, count]) => `${id} ${count}`).sort();
  writeSync(1, `random sequences: ${RUNS} from seed ${SEED}, ${done} edits: ${counts.join(', ')}\n`);
  expect(commands.map(({ id }) => id).filter((id) => !effective.has(id))).toEqual([]);
  expect([...effective.keys()].some((id) => id.startsWith('fix '))).toBe(true);
});
