/**
 * Tidies the drawing up: at once, or beside the page when it is large. What the person moves meanwhile stays where it was
 * put. Knows no component.
 */
import type { FlowNode } from '../../flow/document.ts';
import { cardShape } from '../../kinds/card-size.ts';
import { withoutFrames } from '../canvas/sections.ts';
import { fitAll } from '../canvas/viewport.ts';
import { tidyLayout } from '../commands/tidy-layout.ts';
import { tidySelection } from '../commands/tidy-selection.ts';
import type { Editor } from '../editor-context.ts';
import { layoutRequest, type Points } from './layout-request.ts';
import { startLayout } from './start-layout.ts';

/** More steps than this are laid out in a worker: below, the answer is there before the hand has left the key. */
const LARGE = 300;

export async function tidyUp(editor: Editor, start = startLayout): Promise<void> {
  const { store, panels } = editor;
  stopTidying(editor);
  const { document } = store.state.getState();
  const nodes = Object.values<FlowNode>(document.nodes);
  if (nodes.length <= LARGE) {
    if ((await isReady(editor)) && store.run(tidyLayout, null)) fitAll(editor);
    return;
  }
  const from: Points = Object.fromEntries(nodes.map(({ id, position }) => [id, position]));
  const job = start(layoutRequest(withoutFrames(document, store.kinds), cardShape));
  panels.setState({ tidying: job });
  // Without a worker (an old browser, a policy) the page waits a moment instead.
  const points = await job.points.catch(() => null);
  if (panels.getState().tidying !== job) return;
  panels.setState({ tidying: null });
  if (store.run(tidyLayout, points && { points, from })) fitAll(editor);
}

export function stopTidying({ panels }: Editor): void {
  panels.getState().tidying?.cancel();
  panels.setState({ tidying: null });
}

/** Of several selected steps only these: nothing else moves. */
export async function tidySelected(editor: Editor): Promise<void> {
  if (await isReady(editor)) editor.store.run(tidySelection, null);
}

/** False when what knows better places cannot be fetched now. */
async function isReady({ engine }: Editor): Promise<boolean> {
  if (!engine.now()) await engine.load().catch(() => {});
  return engine.now() !== undefined;
}
