/**
 * Damaged flows open to be looked at: nothing breaks, what is wrong is told in words, and a repaired copy can be read.
 * `RUNS=1000` for as many of them as the editor promises; `SEED` repeats one series.
 */
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { damageJson } from '../../flow/check/testing/damage-json.ts';
import { DAMAGES, damaged } from '../../flow/check/testing/damages.ts';
import type { FlowDocument, FlowNode, NodeId } from '../../flow/document.ts';
import { hasLosses } from '../../flow/read.ts';
import { repairDocument } from '../../flow/repair.ts';
import { lossSentences } from '../../flow-words/losses.ts';
import { readFlow, registry } from '../../kinds/registry.ts';
import { wordsOf } from '../../kinds/whole-words.ts';
import { templates } from '../../templates/registry.ts';
import { CardFrame } from '../canvas/card-frame.tsx';
import { createEditor } from '../create-editor.ts';
import { FlowSettings } from '../flow-settings/flow-settings.tsx';
import { Inspector } from '../inspector/inspector.tsx';
import { ProblemsPanel } from '../problems-panel/problems-panel.tsx';
import { selectNodes } from '../store/selection.ts';
import { engineHere } from '../testing/engine-here.ts';
import { fillJsdomGaps, InEditor, noDrafts, openEditor } from '../testing/open-editor.tsx';
import { SaveBanner } from '../top-bar/save-banner.tsx';
import { openStored } from './damage.ts';

beforeAll(fillJsdomGaps);
afterEach(cleanup);

const seed = Number(process.env.SEED ?? 20261130);
const runs = Number(process.env.RUNS ?? 25);
const english = { language: 'en', keys: false } as const;

function open(stored: unknown) {
  const { document, damage } = openStored(stored);
  const editor = createEditor(
    {
      flowId: 'f',
      workspaceId: 'w',
      person: 'me',
      document,
      revision: 1,
      isReadOnly: damage !== null,
      damage,
    },
    {
      save: { save: vi.fn(), load: vi.fn(), keepBoth: vi.fn(), saveCopy: vi.fn() },
      draft: noDrafts,
      left: [],
      blocked: createStore(() => false),
      engine: engineHere,
      timers: { after: () => () => {} },
    },
    (node) => node.title ?? node.kind,
  );
  return { editor, document, damage };
}

/** Everything that shows the drawing, with one step selected. */
function show({ editor, document }: ReturnType<typeof open>, chosen: number) {
  const nodes = Object.values(document.nodes) as FlowNode[];
  const node = nodes[chosen % Math.max(1, nodes.length)];
  if (node) editor.store.select(selectNodes(node.id));
  return render(
    <InEditor editor={editor}>
      <SaveBanner />
      {nodes.map((one) => (
        <CardFrame key={one.id} node={one} document={document} selected={false} />
      ))}
      <ProblemsPanel />
      <Inspector />
      {chosen % 5 === 0 && <FlowSettings />}
    </InEditor>,
  );
}

function opensWell(stored: unknown, chosen: number): void {
  const opened = open(stored);
  const { container, unmount } = show(opened, chosen);
  expect(container.querySelectorAll('[data-broken]')).toHaveLength(0);
  const unknown = Object.values(opened.document.nodes).filter(({ kind }) => !registry.has(kind));
  expect(container.querySelectorAll('[data-plain]')).toHaveLength(unknown.length);
  const told = lossSentences(stored, opened.damage?.losses ?? [], {
    language: 'en',
    wordsOf: (kind) => wordsOf(kind, english),
  });
  expect(told.length > 0).toBe((opened.damage?.losses.length ?? 0) > 0);
  unmount();
  opened.editor.stop();
  const repaired = repairDocument(stored, registry);
  if (repaired) expect(hasLosses(readFlow(JSON.parse(JSON.stringify(repaired))).problems)).toBe(false);
}

describe('damaged flows', () => {
  it('open with every problem that the checks know', () => {
    DAMAGES.forEach(([, , damage], index) => {
      opensWell(JSON.parse(JSON.stringify(damaged(damage))), index);
    });
  }, 300_000);

  it(`open whatever is damaged in them (${runs} of them, seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...templates),
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 1, max: 8 }),
        fc.nat(50),
        (template, chance, times, chosen) =>
          opensWell(damageJson(template.build('fr', { name: 'Cabinet' }), chance, times), chosen),
      ),
      { seed, numRuns: runs, endOnFailure: true },
    );
  }, 3_600_000);

  it('say which step and which field, and offer the original and a copy', async () => {
    const stored = JSON.parse(JSON.stringify(templates[0]!.build('en', { name: 'Desk' })));
    stored.nodes.details.data.question = 7;
    const opened = open(stored);
    show(opened, 0);
    await userEvent.click(screen.getByRole('button', { name: 'See what is wrong' }));
    const dialog = screen.getByRole('dialog', { name: 'What cannot be read' });
    within(dialog).getByText(`In the step “${stored.nodes.details.title}”: “First question” cannot be read.`);
    within(dialog).getByRole('button', { name: 'Repair as a copy' });
    within(dialog).getByRole('button', { name: 'Download the original' });
  });

  it('of a newer version keep their steps as neutral cards, and change nothing in them', () => {
    const stored = JSON.parse(JSON.stringify(templates[0]!.build('en', { name: 'Desk' })));
    Object.assign(stored.nodes.details, { kind: 'hologram', data: { beams: [1, 2] } });
    delete stored.nodes.details.title;
    const { editor, document, damage } = open(stored);
    expect(damage).toBeNull();
    expect(document.nodes['details' as NodeId]).toEqual(stored.nodes.details);
    const { container } = show({ editor, document, damage }, 0);
    expect(container.querySelector('[data-plain]')?.textContent).toContain('Step of a newer version');
    expect(readFlow(document).problems).toEqual([]);
  });

  it('that are too large say so', () => {
    const document = templates[0]!.build('en', { name: 'Desk' });
    const more = Object.fromEntries(
      Array.from({ length: 5001 }, (_, index) => {
        const id = `more${index}` as NodeId;
        return [id, { ...document.nodes['details' as NodeId]!, id }];
      }),
    );
    const { damage } = openStored({ ...document, nodes: { ...document.nodes, ...more } } as FlowDocument);
    expect(damage?.limit).toMatchObject({ of: 'steps', most: 5000 });
    const opened = { ...openEditor().editor, damage: damage!, isReadOnly: true };
    render(
      <InEditor editor={opened}>
        <SaveBanner />
      </InEditor>,
    );
    screen.getByText(/More than 5,000 cannot be changed here/);
  });
});
