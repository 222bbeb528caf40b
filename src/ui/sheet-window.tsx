/** The window of a sheet. */
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { useReturnFocus } from './return-focus.ts';
import type { SheetProps } from './sheet.tsx';

export function SheetWindow({ isOpen, onClose, label, children }: SheetProps) {
  useReturnFocus();
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
