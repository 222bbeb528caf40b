/** What a turn of a rehearsal draws on the canvas: the step that was left and the one that was reached, and of them the mark alone. */
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { ReactFlowProvider } from '@xyflow/react';
import { Profiler } from 'react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import '../../ui/testing/jsdom-gaps.ts';
import type { RehearsalAnswer } from '../../publish/wire.ts';
import { FlowCanvas } from '../canvas/flow-canvas.tsx';
import { type CommittedRoot, installCounter } from '../testing/count-renders.ts';
import { fillJsdomGaps, forgetSizes, openEditor, show } from '../testing/open-editor.tsx';
import { en } from './messages.en.ts';
import { createRehearsal } from './rehearsal.ts';
import { TalkTab } from './talk-tab.tsx';

beforeAll(() => {
  fillJsdomGaps();
  forgetSizes();
});
afterEach(cleanup);

it('renders at most three components of the canvas', async () => {
  const { editor, step } = openEditor();
  // Of a window without a size these two are seen: the call goes from one to the other and back.
  const [first, second] = [step('answer').id, step('understand').id];
  const ways = [first, second, first, second];
  let at = 0;
  const answer = (): RehearsalAnswer => {
    const node = ways[at]!;
    at += 1;
    // The third is only concluded.
    const confidence = at === 3 ? 'inferred' : 'known';
    return {
      conversation: `c${at}`,
      said: [{ text: `said ${at}`, node }],
      visited: [node],
      path: [{ node, confidence, left: null }],
      information: {},
      end: null,
      sandbox: true,
    };
  };
  const rehearsal = createRehearsal('6f1c1f0e-0000-4000-8000-000000000000', {
    save: async () => true,
    drawing: () => ({ entry: null, hello: 'Hello.' }),
    converse: async () => ({ ok: true, value: answer() }),
  });
  const count = installCounter();
  // React has looked for developer tools by now: it is asked for its tree at each commit.
  let drawnIn: HTMLElement | undefined;
  const onRender = () => count(rootIn(drawnIn));
  const { container } = show(
    editor,
    <Profiler id="editor" onRender={onRender}>
      <ReactFlowProvider>
        <FlowCanvas />
      </ReactFlowProvider>
      <TalkTab rehearsal={rehearsal} />
    </Profiler>,
  );
  drawnIn = container;
  const live = () =>
    [...container.querySelectorAll('.step-card[data-state="live"]')].map(
      (card) => card.closest<HTMLElement>('.react-flow__node')?.dataset.id,
    );
  await vi.waitFor(() => expect(container.querySelector('.step-card')).not.toBeNull());
  // A drawing that follows draws what comes into view.
  fireEvent.click(screen.getByRole('button', { name: en.follow }));
  await act(() => rehearsal.start());
  expect(live()).toEqual([ways[0]]);
  for (const [turn, node] of ways.slice(1).entries()) {
    window.counted = { all: {}, first: {}, canvas: {} };
    await act(() => rehearsal.say(`line ${turn}`));
    await screen.findByText(`said ${turn + 2}`);
    expect(live()).toEqual([node]);
    const { canvas, all } = window.counted;
    expect(all.Conversation).toBeGreaterThan(0);
    const renders = Object.values(canvas).reduce((sum, count) => sum + count, 0);
    expect(renders, JSON.stringify(canvas)).toBeLessThanOrEqual(3);
    expect(container.querySelectorAll('.step-card[data-inferred]')).toHaveLength(turn === 1 ? 1 : 0);
  }
});

/** What React made of the element that it draws into. */
function rootIn(element: HTMLElement | undefined): CommittedRoot | undefined {
  const key = Object.keys(element ?? {}).find((name) => name.startsWith('__reactContainer$'));
  const fiber = key && (element as unknown as Record<string, { readonly stateNode: CommittedRoot }>)[key];
  return fiber ? fiber.stateNode : undefined;
}
