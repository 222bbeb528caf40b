/** Asks before something that cannot be taken back. Enter alone never destroys: the focus is on "Cancel" then. */
import type { ReactNode } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { messages } from './messages.ts';

export interface ConfirmProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** What will happen, and what will not. */
  readonly children: ReactNode;
  /** A verb: "Delete", never "OK". */
  readonly confirmLabel: string;
  readonly isDanger?: boolean;
  readonly isPending?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function Confirm(props: ConfirmProps) {
  const {
    isOpen,
    title,
    children,
    confirmLabel,
    isDanger = false,
    isPending = false,
    onConfirm,
    onClose,
  } = props;
  const t = useMessages(messages);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      size="small"
      role="alertdialog"
      isDismissable={false}
      footer={
        <>
          <Button variant="ghost" onPress={onClose} isDisabled={isPending} autoFocus={isDanger}>
            {t.cancel}
          </Button>
          <Button
            variant={isDanger ? 'danger' : 'primary'}
            onPress={onConfirm}
            isPending={isPending}
            autoFocus={!isDanger}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="text-base text-muted">{children}</div>
    </Dialog>
  );
}
