/** A window over the whole screen, for phones: what it holds brings its own header and its own way out. Escape closes it. */
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';

export interface SheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What it is, for screen readers. */
  readonly label: string;
  readonly children: ReactNode;
}

export function Sheet({ isOpen, onClose, label, children }: SheetProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="fixed inset-0 z-40 h-dvh bg-card"
    >
      <Modal className="animate-rise-in flex h-full w-full">
        <AriaDialog
          aria-label={label}
          className="flex min-h-0 w-full min-w-0 flex-col outline-none *:h-full *:max-h-none *:max-w-none *:rounded-none *:border-0"
        >
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
