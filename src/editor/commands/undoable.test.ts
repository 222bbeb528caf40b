/** Every command of the registry is undone exactly and done again exactly, on a real drawing, and has a name in both languages. */
import { describe, expect, it } from 'vitest';
import type { FlowDocument, HoursId, NodeId } from '../../flow/document.ts';
import { emptyDocument } from '../../flow/document.ts';
import { registry } from '../../kinds/registry.ts';
import { templates } from '../../templates/registry.ts';
import { clipOf } from '../clipboard/clip.ts';
import { createDocumentStore } from '../store/document-store.ts';
import { NOTHING_SELECTED, selectNodes } from '../store/selection.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';
import { commands, findCommand } from './registry.ts';

const node = (id: string) => id as NodeId;
const office = 'office' as HoursId;

function drawing(): FlowDocument {
  const document = templates.find(({ id }) => id === 'appointment-booking')!.build('en', { name: 'Office' });
  const extra = { id: 'extra', name: 'Extra', type: 'text' } as unknown as FlowDocument['information'][never];
  return { ...document, information: { ...document.information, extra } as FlowDocument['information'] };
}

/** For each command arguments under which it does something; the steps are selected first where it looks at the selection. */
const DEEDS: Readonly<Record<string, { args: unknown; select?: readonly string[] }>> = {
  'add-step': { args: { kind: 'say', position: { x: 900, y: 900 } } },
  'align-steps': { args: { to: 'top' }, select: ['wish', 'note', 'answer'] },
  connect: { args: { node: 'answer', exit: 'next', to: 'note' } },
  cut: { args: null, select: ['wish', 'note'] },
  'delete-selection': { args: null, select: ['wish', 'note'] },
  'delete-steps': { args: { nodes: ['note'] } },
  disconnect: { args: { edge: 'answer-next' } },
  'distribute-steps': { args: { along: 'x' }, select: ['answer', 'wish', 'note'] },
  duplicate: { args: null, select: ['wish', 'note'] },
  'edit-anytime': { args: { rule: 'robot', setting: { sentence: 'I am one.' } } },
  'edit-field': { args: { node: 'wish', path: 'question', value: 'What now?' } },
  'edit-hours': { args: { hours: office, changes: { name: 'Shop' } } },
  'edit-settings': { args: { language: 'fr', settings: { voice: 'deep', recording: true } } },
  'edit-step': {
    args: {
      node: 'wish',
      changes: [{ path: 'question', value: 'Hello {{age}}' }],
      information: [{ id: 'age', name: 'Age', type: 'number' }],
    },
  },
  'fix-problems': {
    args: {
      fixes: [
        { command: findCommand('forget-information'), args: { information: 'extra' } },
        { command: findCommand('rename-step'), args: { node: 'wish', title: 'Another' } },
      ],
    },
  },
  'forget-information': { args: { information: 'extra' } },
  'insert-block': { args: { block: 'take-a-message', from: { node: 'answer', exit: 'next' } } },
  'insert-step': { args: { edge: 'answer-next', kind: 'say' } },
  'make-section': { args: null, select: ['wish', 'note'] },
  'move-steps': { args: { positions: { wish: { x: 1, y: 2 }, note: { x: 3, y: 4 } } } },
  paste: {
    args: {
      clip: clipOf(drawing(), new Set([node('wish'), node('note')]), registry, 'elsewhere'),
      flow: 'here',
      around: null,
      sharedHours: [],
    },
  },
  'put-on-link': { args: { node: 'loose', edge: 'answer-next' } },
  'refresh-hours': { args: { hours: [{ ...drawing().hours[office]!, name: 'New' }] } },
  'rename-step': { args: { node: 'wish', title: 'Another' } },
  'restore-draft': { args: { document: emptyDocument('Before', 'fr') } },
  'set-information': { args: { information: { id: 'extra', name: 'Other', type: 'number' } } },
  'set-section': { args: { nodes: ['wish'], section: 'part' } },
  'tidy-layout': { args: null },
  'tidy-selection': { args: null, select: ['answer', 'wish', 'note'] },
};

/** And a step that nothing is linked with. */
function withSection(document: FlowDocument): FlowDocument {
  const part = {
    id: node('part'),
    kind: 'section',
    position: { x: 0, y: 2000 },
    data: registry.get('section')!.create({ language: 'en' }),
  };
  const loose = {
    id: node('loose'),
    kind: 'say',
    position: { x: 500, y: 2000 },
    data: registry.get('say')!.create({ language: 'en' }),
  };
  return {
    ...document,
    nodes: { ...document.nodes, [part.id]: part, [loose.id]: loose },
  } as FlowDocument;
}

describe('every command', () => {
  // What somebody else did is nobody's to undo here (`store/keep-own.test.ts`).
  it.each(commands.filter(({ history }) => history !== 'others').map(({ id }) => id))(
    '%s is undone, and done again',
    (id) => {
      const deed = DEEDS[id];
      if (!deed) throw new Error(`Say in DEEDS what “${id}” does on a drawing, so that its undo is tried.`);
      const before = withSection(drawing());
      let ids = 0;
      const store = createDocumentStore(before, {
        kinds: registry,
        newId: (prefix) => `${prefix}_new${++ids}`,
        now: () => 0,
        layout: ({ nodes }) =>
          Object.fromEntries(Object.keys(nodes).map((key, index) => [key, { x: index, y: -index }])),
      });
      const pristine = structuredClone(before);
      store.select(deed.select ? selectNodes(...deed.select.map(node)) : NOTHING_SELECTED);
      expect(store.run(findCommand(id)!, deed.args)).toBe(true);
      const { document: after, history } = store.state.getState();
      expect(after).not.toEqual(pristine);
      expect(history.past).toHaveLength(1);
      const { label } = history.past[0]!;
      for (const words of [en, fr] as const) {
        const word = (words as Readonly<Record<string, string | ((count: number) => string)>>)[label.key];
        expect(typeof word === 'function' ? word(label.count ?? 0) : word, label.key).toMatch(/\S/);
      }
      store.undo();
      expect(store.state.getState().document).toEqual(pristine);
      store.redo();
      expect(store.state.getState().document).toEqual(after);
    },
  );
});
