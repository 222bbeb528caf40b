/** Short notes on the steps and links of a drawing to look at. Knows no component that writes them. */
import { createContext, type ReactNode } from 'react';

export interface LinkNote {
  /** Empty: the link has only its thickness. */
  readonly text: string;
  /** Pixels at full size. */
  readonly width: number;
  readonly isDashed: boolean;
}

export interface MapNotes {
  /** By step: above its card. */
  readonly steps: ReadonlyMap<string, ReactNode>;
  /** By link. */
  readonly links: ReadonlyMap<string, LinkNote>;
}

export const MapNotesContext = createContext<MapNotes | undefined>(undefined);
