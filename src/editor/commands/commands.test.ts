/** Properties of all commands together, on kinds invented here: what is done can be undone, exactly. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EdgeId, FlowDocument, InformationId, NodeId } from '../../flow/document.ts';
import { emptyDocument } from '../../flow/document.ts';
import { stableStringify } from '../../lib/json.ts';
import { HISTORY_LIMIT } from '../store/history.ts';
import { NOTHING_SELECTED, selectNodes } from '../store/selection.ts';
import { createTestStore } from '../store/test-store.ts';
import { addStep } from './add-step.ts';
import { connect } from './connect.ts';
import { deleteSelection } from './delete-selection.ts';
import { disconnect } from './disconnect.ts';
import { duplicate } from './duplicate.ts';
import { editField } from './edit-field.ts';
import { editSettings } from './edit-settings.ts';
import { editStep } from './edit-step.ts';
import { moveSteps } from './move-steps.ts';
import { commands, findCommand } from './registry.ts';
import { renameStep } from './rename-step.ts';
import { setInformation } from './set-information.ts';
import { tidyLayout } from './tidy-layout.ts';

const nodesOf = (document: FlowDocument) => Object.keys(document.nodes) as NodeId[];

describe('one command', () => {
  it('adds a step, connected from the exit it was dragged from', () => {
    const { store, add } = createTestStore();
    const start = add('start');
    store.run(addStep, { kind: 'fork', position: { x: 320.4, y: 0 }, from: { node: start, exit: 'next' } });
    const document = store.state.getState().document;
    expect(Object.values(document.edges)).toEqual([
      { id: expect.any(String), from: start, exit: 'next', to: nodesOf(document)[1] },
    ]);
    expect(document.nodes[nodesOf(document)[1]!]?.position).toEqual({ x: 320, y: 0 });
    expect(store.state.getState().selection.nodes).toEqual(new Set([nodesOf(document)[1]]));
  });

  it('never adds a second beginning, and never deletes or copies the only one', () => {
    const { store, add } = createTestStore();
    const start = add('start');
    expect(store.run(addStep, { kind: 'start', position: { x: 0, y: 0 } })).toBe(false);
    store.select(selectNodes(start));
    expect(store.run(deleteSelection, null)).toBe(false);
    expect(store.run(duplicate, null)).toBe(false);
  });

  it('keeps one link per exit', () => {
    const { store, add } = createTestStore();
    const [start, first, second] = [add('start'), add('fork'), add('fork')];
    store.run(connect, { node: start, exit: 'next', to: first });
    store.run(connect, { node: start, exit: 'next', to: second });
    expect(Object.values(store.state.getState().document.edges).map((edge) => edge.to)).toEqual([second]);
    expect(store.run(connect, { node: start, exit: 'nowhere', to: second })).toBe(false);
    expect(store.run(connect, { node: second, exit: 'a', to: start })).toBe(false);
  });

  it('drops the links of a way out that was edited away, and brings them back on undo', () => {
    const { store, add } = createTestStore();
    const [fork, end] = [add('fork'), add('fork')];
    store.run(connect, { node: fork, exit: 'b', to: end });
    store.run(editField, { node: fork, path: 'ways', value: ['a'] });
    expect(store.state.getState().document.edges).toEqual({});
    store.undo();
    expect(Object.keys(store.state.getState().document.edges)).toHaveLength(1);
  });

  it('refuses what could not be read back', () => {
    const { store, add } = createTestStore();
    const node = add('fork');
    expect(store.run(editField, { node, path: 'text', value: 'x'.repeat(41) })).toBe(false);
    expect(store.run(editField, { node, path: 'text', value: 'x'.repeat(40) })).toBe(true);
  });

  it('forgets an information only when no step speaks of it any more', () => {
    const { store, add } = createTestStore();
    const [one, two] = [add('fork'), add('fork')];
    const item = { id: 'guest' as InformationId, name: 'Guest', type: 'name' as const };
    store.run(editStep, {
      node: one,
      information: [item],
      changes: [{ path: 'text', value: 'Hello {{guest}}' }],
    });
    store.run(editStep, { node: two, changes: [{ path: 'text', value: '{{guest}} again' }] });
    store.run(editStep, { node: one, changes: [{ path: 'text', value: 'Hello' }], forget: [item.id] });
    expect(store.state.getState().document.information).toHaveProperty('guest');
    store.run(editStep, { node: two, changes: [{ path: 'text', value: '' }], forget: [item.id] });
    expect(store.state.getState().document.information).toEqual({});
  });

  it('copies the links between the copied steps, not those that lead outside', () => {
    const { store, add } = createTestStore();
    const [start, one, two] = [add('start'), add('fork'), add('fork')];
    store.run(connect, { node: start, exit: 'next', to: one });
    store.run(connect, { node: one, exit: 'a', to: two });
    store.select(selectNodes(one, two));
    store.run(duplicate, null);
    const { document, selection } = store.state.getState();
    const copied = Object.values(document.edges).filter((edge) => selection.nodes.has(edge.from));
    expect(copied).toHaveLength(1);
    expect(selection.nodes.has(copied[0]!.to)).toBe(true);
    expect(Object.keys(document.edges)).toHaveLength(3);
  });

  it('is found by its id, and has one id of its own', () => {
    for (const command of commands) expect(findCommand(command.id)).toBe(command);
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  });
});

describe('typing', () => {
  const type = (texts: string[], wait = 100) => {
    const { store, add, clock } = createTestStore();
    const node = add('fork');
    const before = store.state.getState().history.past.length;
    for (const text of texts) {
      clock.advance(wait);
      store.run(editField, { node, path: 'text', value: text, typing: true });
    }
    return { store, node, entries: store.state.getState().history.past.slice(before) };
  };

  it('is undone in one step, with one patch however long it is', () => {
    const { entries, store, node } = type(['a', 'ab', 'abc', 'abcd']);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.patches).toHaveLength(1);
    store.undo();
    expect(store.state.getState().document.nodes[node]?.data.text).toBe('');
    store.redo();
    expect(store.state.getState().document.nodes[node]?.data.text).toBe('abcd');
  });

  it('makes a new step after a pause', () => {
    expect(type(['a', 'ab', 'abc'], 1500).entries).toHaveLength(3);
  });
});

describe('history', () => {
  it('says how many steps were moved, and forgets beyond its limit', () => {
    const { store, add } = createTestStore();
    const ids = [add('start'), add('fork'), add('fork')];
    store.run(moveSteps, { positions: Object.fromEntries(ids.map((id) => [id, { x: 7, y: 7 }])) });
    expect(store.state.getState().history.past.at(-1)?.label).toEqual({ key: 'move-steps', count: 3 });
    for (let i = 0; i < HISTORY_LIMIT + 10; i += 1)
      store.run(moveSteps, { positions: { [ids[0]!]: { x: i * 10, y: 0 } } });
    expect(store.state.getState().history.past).toHaveLength(HISTORY_LIMIT);
  });

  it('tells only the listeners of the step that changed', () => {
    const { store, add } = createTestStore();
    const [one, two] = [add('fork'), add('fork')];
    const heard: string[] = [];
    store.onNode(one, () => heard.push('one'));
    store.onNode(two, () => heard.push('two'));
    store.run(editField, { node: two, path: 'text', value: 'x', typing: true });
    expect(heard).toEqual(['two']);
  });

  it('does not remember what changed nothing', () => {
    const { store, add } = createTestStore();
    const node = add('fork');
    const past = store.state.getState().history.past.length;
    expect(store.run(editField, { node, path: 'text', value: '' })).toBe(false);
    expect(store.run(moveSteps, { positions: { [node]: { x: 0, y: 0 } } })).toBe(false);
    expect(store.state.getState().history.past).toHaveLength(past);
  });
});

/** One random action, as indexes into whatever exists at that moment. */
const action = fc.record({
  what: fc.integer({ min: 0, max: 13 }),
  a: fc.nat(1000),
  b: fc.nat(1000),
  text: fc.string({ maxLength: 6 }),
  wait: fc.constantFrom(50, 2000),
});

describe('any sequence of commands', () => {
  it('is undone to the very first document, and redone to the very last', () => {
    const seed = Number(process.env.SEED ?? 20261123);
    console.info(`seed ${seed}`);
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 60 }), (actions) => {
        const { store, clock } = createTestStore(emptyDocument('Test', 'en'));
        const first = stableStringify(store.state.getState().document);
        for (const { what, a, b, text, wait } of actions) {
          clock.advance(wait);
          const { document } = store.state.getState();
          const ids = nodesOf(document);
          const node = ids[a % Math.max(1, ids.length)] ?? ('none' as NodeId);
          const other = ids[b % Math.max(1, ids.length)] ?? ('none' as NodeId);
          const edges = Object.keys(document.edges) as EdgeId[];
          const steps: (() => unknown)[] = [
            () => store.run(addStep, { kind: 'fork', position: { x: a, y: b } }),
            () => store.run(addStep, { kind: 'start', position: { x: a, y: b } }),
            () => store.run(addStep, { kind: 'fork', position: { x: a, y: b }, from: { node, exit: 'a' } }),
            () => store.run(connect, { node, exit: b % 2 ? 'a' : 'b', to: other }),
            () => store.run(disconnect, { edge: edges[a % Math.max(1, edges.length)] ?? ('none' as EdgeId) }),
            () => store.select(a % 5 === 0 ? NOTHING_SELECTED : selectNodes(node, other)),
            () => store.run(deleteSelection, null),
            () => store.run(duplicate, null),
            () => store.run(renameStep, { node, title: text }),
            () => store.run(editField, { node, path: 'text', value: text, typing: true }),
            () => store.run(editField, { node, path: 'ways', value: a % 2 ? ['a'] : ['a', 'b'] }),
            () =>
              store.run(setInformation, {
                information: { id: `i${a % 3}` as InformationId, name: text, type: 'text' },
              }),
            () =>
              a % 2
                ? store.run(tidyLayout, null)
                : store.run(moveSteps, { positions: { [node]: { x: a, y: b } }, nudge: true }),
            () => store.run(editSettings, a % 2 ? { name: text } : { settings: { recording: b % 2 === 0 } }),
          ];
          steps[what]?.();
        }
        const last = stableStringify(store.state.getState().document);
        while (store.undo());
        expect(stableStringify(store.state.getState().document)).toBe(first);
        while (store.redo());
        expect(stableStringify(store.state.getState().document)).toBe(last);
      }),
      { seed, numRuns: 300 },
    );
  });
});
