/** Each whole-graph check finds its fault in a template that was damaged, and nothing in the sound one. */
import { describe, expect, it } from 'vitest';
import { checkFlow } from '../../kinds/registry.ts';
import { templates } from '../../templates/registry.ts';
import type { FlowDocument } from '../document.ts';

type Loose = {
  nodes: Record<string, { kind: string; data: Record<string, unknown> }>;
  edges: Record<string, unknown>;
  information: Record<string, unknown>;
};
const damaged = (damage: (document: Loose) => void): FlowDocument => {
  const document = JSON.parse(JSON.stringify(templates[0]!.build('fr', { name: 'X' })));
  damage(document);
  return document;
};

describe('checks', () => {
  it.each<[string, string, (document: Loose) => void]>([
    ['no-answer', 'error', (one) => delete one.nodes.answer],
    [
      'several-answers',
      'error',
      (one) => (one.nodes.second = { ...one.nodes.answer!, id: 'second' } as never),
    ],
    ['unknown-kind', 'error', (one) => (one.nodes.noted!.kind = 'hologram')],
    [
      'dangling-link',
      'warning',
      (one) => (one.edges.lost = { id: 'lost', from: 'wish', exit: 'gone', to: 'note' }),
    ],
    ['unreachable-step', 'warning', (one) => delete one.edges['wish-change']],
    ['unwired-exit', 'error', (one) => delete one.edges['details-got-it']],
    [
      'circle-without-listening',
      'error',
      (one) => (one.edges['open-yes'] = { id: 'open-yes', from: 'open', exit: 'yes', to: 'open' }),
    ],
    ['unknown-information', 'error', (one) => delete one.information.patient],
    ['information-not-collected', 'warning', (one) => (one.nodes.noted!.data.closing = 'Merci {{patient}}.')],
  ])('%s', (code, severity, damage) => {
    const found = checkFlow(damaged(damage)).filter((problem) => problem.code === code);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]!.severity).toBe(severity);
    expect(checkFlow(damaged(() => {}))).toEqual([]);
  });

  it('lists errors first, in an order that does not change', () => {
    const broken = damaged((one) => {
      delete one.edges['details-got-it'];
      delete one.edges['note-would-not-say'];
      delete one.edges['wish-change'];
    });
    const severities = checkFlow(broken).map((problem) => problem.severity);
    expect(severities).toEqual(
      [...severities].sort(
        (a, b) => ['error', 'warning', 'hint'].indexOf(a) - ['error', 'warning', 'hint'].indexOf(b),
      ),
    );
    expect(checkFlow(broken)).toEqual(checkFlow(broken));
  });
});
