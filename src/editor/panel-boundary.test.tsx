/** A panel that breaks says so in its place; all others go on, and the drawing is kept and saved. */
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReactFlowProvider } from '@xyflow/react';
import type { ReactNode } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SCREEN_LANGUAGES } from '../i18n/messages.ts';
import { editSettings } from './commands/edit-settings.ts';
import { EditorFrame } from './editor-frame.tsx';
import { editorMessages } from './messages.ts';
import { PanelBoundary, type PanelName } from './panel-boundary.tsx';
import type { PanelState } from './store/panels.ts';
import { selectNodes } from './store/selection.ts';
import { fillJsdomGaps, InEditor, openEditor } from './testing/open-editor.tsx';

/** Panels that break as soon as they are told to. */
const fault = vi.hoisted(() => {
  const state = { at: '' };
  const breakable = (module: Record<string, unknown>, name: string, panel: string) => {
    const Real = module[name] as (props: object) => unknown;
    const Breakable = (props: object) => {
      if (state.at === panel) throw new Error(`${panel} breaks`);
      return Real(props);
    };
    return { ...module, [name]: Breakable };
  };
  return { state, breakable };
});
vi.mock('./top-bar/top-bar.tsx', async (real) => fault.breakable(await real(), 'TopBar', 'topBar'));
vi.mock('./top-bar/save-banner.tsx', async (real) => fault.breakable(await real(), 'SaveBanner', 'banner'));
vi.mock('./canvas/flow-canvas.tsx', () =>
  fault.breakable({ FlowCanvas: () => null }, 'FlowCanvas', 'canvas'),
);
vi.mock('./canvas/canvas-bar.tsx', () => fault.breakable({ CanvasBar: () => null }, 'CanvasBar', 'bar'));
vi.mock('./anytime-lane/anytime-lane.tsx', async (real) =>
  fault.breakable(await real(), 'AnytimeLane', 'lane'),
);
vi.mock('./problems-panel/problems-panel.tsx', async (real) =>
  fault.breakable(await real(), 'ProblemsPanel', 'problems'),
);
vi.mock('./inspector/inspector.tsx', async (real) => fault.breakable(await real(), 'Inspector', 'inspector'));
vi.mock('./palette/palette.tsx', async (real) => fault.breakable(await real(), 'Palette', 'palette'));
vi.mock('./rehearse-panel/rehearse-panel.tsx', () =>
  fault.breakable({ RehearsePanel: () => null }, 'RehearsePanel', 'rehearse'),
);
vi.mock('./publish-panel/publish-panel.tsx', () =>
  fault.breakable({ PublishPanel: () => null }, 'PublishPanel', 'publish'),
);
vi.mock('./called-dialogs.tsx', () =>
  fault.breakable({ CalledDialogs: () => null }, 'CalledDialogs', 'find'),
);

beforeAll(fillJsdomGaps);
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  cleanup();
  fault.state.at = '';
  vi.restoreAllMocks();
});

const OPEN: Partial<Record<PanelName, Partial<PanelState>>> = {
  problems: { problems: true },
  rehearse: { rehearsal: true },
  publish: { publication: true },
  find: { dialog: 'find' },
  palette: { palette: { at: { x: 0, y: 0 } } },
};
const words = editorMessages.en.broken;
const PANELS = (Object.keys(words.what) as PanelName[]).filter((name) => name !== 'form');

describe.each(PANELS)('%s breaks', (panel) => {
  it('says so, leaves the others at work and the drawing as it is, and opens again', async () => {
    const { editor, step, document, settle } = openEditor();
    const user = userEvent.setup();
    editor.panels.setState({ problems: true, ...OPEN[panel] });
    editor.store.select(selectNodes(step('ask').id));
    fault.state.at = panel;
    render(
      <InEditor editor={editor}>
        <ReactFlowProvider>
          <EditorFrame editor={editor} />
        </ReactFlowProvider>
      </InEditor>,
    );
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(words.what[panel]);
    expect(alert.textContent).toContain(words.rest);
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    if (panel !== 'topBar') screen.getByRole('textbox', { name: 'Name of the flow' });
    if (panel !== 'inspector') screen.getByRole('textbox', { name: 'Name of the step' });
    if (panel !== 'problems') screen.getByRole('heading', { name: 'Problems' });
    if (panel !== 'lane') screen.getByText('At any time');
    act(() => void editor.store.run(editSettings, { name: 'Still here' }));
    await settle();
    expect(document().name).toBe('Still here');
    expect(editor.autosave.state.getState().status).toBe('saved');
    fault.state.at = '';
    await user.click(screen.getByRole('button', { name: words.again }));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a boundary', () => {
  const Breaks = ({ when }: { readonly when: boolean }): ReactNode => {
    if (when) throw new Error('breaks');
    return <p>whole</p>;
  };

  it('tries again by itself when it stands around something else', () => {
    const { rerender } = render(
      <PanelBoundary retryWhen={1} fallback={<p>plain</p>}>
        <Breaks when />
      </PanelBoundary>,
    );
    screen.getByText('plain');
    rerender(
      <PanelBoundary retryWhen={2} fallback={<p>plain</p>}>
        <Breaks when={false} />
      </PanelBoundary>,
    );
    screen.getByText('whole');
  });

  it('offers to close what can be done without', async () => {
    const onClose = vi.fn();
    render(
      <PanelBoundary name="publish" onClose={onClose}>
        <Breaks when />
      </PanelBoundary>,
    );
    await userEvent.click(screen.getByRole('button', { name: words.close }));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it.each(SCREEN_LANGUAGES)('has a sentence for every panel (%s)', (language) => {
    for (const sentence of Object.values(editorMessages[language].broken.what))
      expect(sentence).toMatch(/\.$/);
  });
});
