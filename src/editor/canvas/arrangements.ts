/** Bringing several steps into line, one entry for each way: for the bar, the menu and the search. Knows no component. */
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceAround,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceAround,
  type LucideIcon,
} from 'lucide-react';
import { ALIGNMENTS, alignSteps } from '../commands/align-steps.ts';
import { distributeSteps } from '../commands/distribute-steps.ts';
import type { Editor } from '../editor-context.ts';

/** Even gaps from left to right, or from top to bottom. */
export const SPACINGS = ['across', 'down'] as const;
export const ARRANGEMENTS = [...ALIGNMENTS, ...SPACINGS] as const;
/** A key of the editor's words for several steps. */
export type Arrangement = (typeof ARRANGEMENTS)[number];

export const ARRANGEMENT_ICONS: Readonly<Record<Arrangement, LucideIcon>> = {
  left: AlignStartVertical,
  centre: AlignCenterVertical,
  right: AlignEndVertical,
  top: AlignStartHorizontal,
  middle: AlignCenterHorizontal,
  bottom: AlignEndHorizontal,
  across: AlignHorizontalSpaceAround,
  down: AlignVerticalSpaceAround,
};

const isSpacing = (way: Arrangement): way is (typeof SPACINGS)[number] => way === 'across' || way === 'down';
const alongOf = (way: (typeof SPACINGS)[number]) => (way === 'across' ? 'x' : 'y');

export function canArrange({ store, isReadOnly }: Editor, way: Arrangement): boolean {
  const { document } = store.state.getState();
  const state = { document, selection: store.chosen(), kinds: store.kinds };
  if (isReadOnly) return false;
  return isSpacing(way)
    ? distributeSteps.enabled(state, { along: alongOf(way) })
    : alignSteps.enabled(state, { to: way });
}

export function arrange({ store }: Editor, way: Arrangement): void {
  if (isSpacing(way)) store.run(distributeSteps, { along: alongOf(way) });
  else store.run(alignSteps, { to: way });
}
