/** A window above the page: centred, filling the screen, or a drawer at the right. Escape closes it. */
import type { ReactNode } from 'react';
import { later, useLater } from './later.ts';

const dialogWindow = later(async () => (await import('./dialog-window.tsx')).DialogWindow);

export type DialogSize = 'small' | 'medium' | 'large' | 'drawer' | 'full';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** One sentence below the title. */
  readonly lead?: ReactNode;
  readonly size?: DialogSize;
  /** Buttons, right-aligned, always in view. */
  readonly footer?: ReactNode;
  /** False while something runs that must not be left by a click beside the window. */
  readonly isDismissable?: boolean;
  /** For the rare window that only ends by what is asked in it. */
  readonly isKeyboardDismissDisabled?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
  /** Text only: as nothing in it can have the focus, it has the focus itself, to be scrolled by keyboard. */
  readonly isText?: boolean;
  readonly children?: ReactNode;
}

export function Dialog(props: DialogProps) {
  const Window = useLater(dialogWindow, props.isOpen);
  return Window ? <Window {...props} /> : null;
}
