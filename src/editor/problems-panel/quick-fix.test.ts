/** A way out for the unlucky is led to a message with one press: to the one that is there, or to a new one. */
import { describe, expect, it } from 'vitest';
import type { ExitId, FlowDocument, NodeId } from '../../flow/document.ts';
import { checkFlow, registry } from '../../kinds/registry.ts';
import { templates } from '../../templates/registry.ts';
import { findCommand } from '../commands/registry.ts';
import { createDocumentStore } from '../store/document-store.ts';
import { quickFix } from './quick-fix.ts';

const template = templates.find(({ id }) => id === 'appointment-booking')!;
/** The template with these links cut. */
function cut(...links: string[]): FlowDocument {
  const whole = template.build('fr', { name: 'Cabinet' });
  return {
    ...whole,
    edges: Object.fromEntries(Object.entries(whole.edges).filter(([id]) => !links.includes(id))),
  };
}
const unwired = (document: FlowDocument, node: string, exit: ExitId) =>
  checkFlow(document).find(
    ({ code, at }) => code === 'unwired-exit' && at.node === node && at.exit === exit,
  )!;

function apply(document: FlowDocument, node: string, exit: ExitId) {
  let ids = 0;
  const store = createDocumentStore(document, {
    kinds: registry,
    newId: (prefix) => `${prefix}_${++ids}`,
    now: () => 0,
    layout: () => ({}),
  });
  const fix = quickFix(unwired(document, node, exit), document);
  const done = fix !== undefined && store.run(findCommand(fix.command)!, fix.args);
  return { fix, done, after: store.state.getState().document };
}

describe('a way out that leads nowhere', () => {
  it('leads to the message that is taken already', () => {
    const { fix, done, after } = apply(cut('desk-no-answer'), 'desk', 'no-answer');
    expect(fix?.leadsTo).toEqual({ step: 'note' });
    expect(done).toBe(true);
    expect(unwired(after, 'desk', 'no-answer')).toBeUndefined();
  });

  it('leads to a new block where no message is taken', () => {
    const document = cut('desk-no-answer');
    const nodes = { ...document.nodes } as Record<string, FlowDocument['nodes'][NodeId]>;
    delete nodes.note;
    const without = { ...document, nodes: nodes as FlowDocument['nodes'] };
    const { fix, done, after } = apply(without, 'desk', 'no-answer');
    expect(fix?.leadsTo).toEqual({ block: 'take-a-message' });
    expect(done).toBe(true);
    expect(unwired(after, 'desk', 'no-answer')).toBeUndefined();
    // A second press elsewhere finds it.
    const again = {
      ...after,
      edges: Object.fromEntries(Object.entries(after.edges).filter(([id]) => id !== 'wish-something-else')),
    };
    expect(quickFix(unwired(again, 'wish', 'something-else'), again)?.command).toBe('connect');
  });

  it('is left to the person on the usual way, and where the message itself is refused', () => {
    expect(apply(cut('answer-next'), 'answer', 'next').fix).toBeUndefined();
    expect(apply(cut('note-would-not-say'), 'note', 'would-not-say').fix).toBeUndefined();
  });
});

it('the fix of the analyser comes first', () => {
  const fix = { command: 'connect', args: {} };
  const problem = { code: 'unwired-exit', severity: 'error', at: {}, params: {}, fix } as const;
  expect(quickFix(problem, cut())).toBe(fix);
});
