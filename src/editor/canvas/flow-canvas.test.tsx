/** The canvas as `npm start` shows it: in React's strict mode, which mounts everything twice. */

import { cleanup, render } from '@testing-library/react';
import { ReactFlowProvider } from '@xyflow/react';
import { StrictMode } from 'react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import '../../ui/testing/jsdom-gaps.ts';
import { fillJsdomGaps, forgetSizes, InEditor, openEditor } from '../testing/open-editor.tsx';
import { FlowCanvas } from './flow-canvas.tsx';

beforeAll(() => {
  fillJsdomGaps();
  forgetSizes();
});
afterEach(cleanup);

it('has its cards, also when React Flow is mounted anew', async () => {
  const { editor, step } = openEditor();
  const { container } = render(
    <StrictMode>
      <InEditor editor={editor}>
        <ReactFlowProvider>
          <FlowCanvas />
        </ReactFlowProvider>
      </InEditor>
    </StrictMode>,
  );
  const cards = () =>
    [...container.querySelectorAll<HTMLElement>('.react-flow__node')].map(({ dataset }) => dataset.id);
  await vi.waitFor(() => expect(cards()).toContain(step('answer').id));
});
