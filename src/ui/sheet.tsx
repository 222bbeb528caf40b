/** A window over the whole screen, for phones: what it holds brings its own header and its own way out. Escape closes it. */
import type { ReactNode } from 'react';
import { later, useLater } from './later.ts';

const sheetWindow = later(async () => (await import('./sheet-window.tsx')).SheetWindow);

export interface SheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What it is, for screen readers. */
  readonly label: string;
  readonly children: ReactNode;
}

export function Sheet(props: SheetProps) {
  const Window = useLater(sheetWindow, props.isOpen);
  return Window ? <Window {...props} /> : null;
}
