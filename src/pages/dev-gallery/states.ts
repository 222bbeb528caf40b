/** In which states the gallery shows every card. Knows no kind. */
import type { CardFrameProps } from '../../editor/canvas/card-frame.tsx';

export interface GalleryState {
  readonly id: string;
  readonly selected: boolean;
  readonly state?: CardFrameProps['state'];
  readonly hasProblem?: boolean;
  /** How far the canvas is zoomed out. */
  readonly lod: 'full' | 'medium' | 'far';
}

export const GALLERY_STATES: readonly GalleryState[] = [
  { id: 'normal', selected: false, lod: 'full' },
  { id: 'selected', selected: true, lod: 'full' },
  { id: 'live', selected: false, state: 'live', lod: 'full' },
  { id: 'dimmed', selected: false, state: 'dimmed', lod: 'full' },
  { id: 'problem', selected: false, hasProblem: true, lod: 'full' },
  { id: 'medium', selected: false, lod: 'medium' },
  { id: 'far', selected: false, lod: 'far' },
];
