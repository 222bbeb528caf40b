/** What is drawn of a dialog. */
import { X } from 'lucide-react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useMessages } from '../i18n/use-messages.ts';
import { classNames } from './class-names.ts';
import type { DialogProps, DialogSize } from './dialog.tsx';
import { IconButton } from './icon-button.tsx';
import { messages } from './messages.ts';
import { useReturnFocus } from './return-focus.ts';

const PLACES: Record<DialogSize, string> = {
  small: 'items-end justify-center sm:items-center sm:p-6',
  medium: 'items-end justify-center sm:items-center sm:p-6',
  large: 'items-end justify-center sm:items-center sm:p-6',
  drawer: 'items-stretch justify-end sm:p-3',
  full: 'items-stretch justify-stretch',
};

const SHEET = 'animate-rise-in max-h-[92dvh] w-full rounded-t-panel sm:rounded-panel';
const SIZES: Record<DialogSize, string> = {
  small: `${SHEET} sm:max-w-100`,
  medium: `${SHEET} sm:max-w-140`,
  large: `${SHEET} sm:max-w-220`,
  drawer: 'animate-slide-in w-full sm:max-w-100 sm:rounded-panel',
  full: 'animate-fade-in w-full',
};

export function DialogWindow(props: DialogProps) {
  const {
    isOpen,
    onClose,
    title,
    lead,
    size = 'medium',
    footer,
    isDismissable = true,
    isKeyboardDismissDisabled = false,
    role = 'dialog',
    isText = false,
    children,
  } = props;
  const t = useMessages(messages);
  useReturnFocus();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={isKeyboardDismissDisabled}
      className={classNames('animate-fade-in fixed inset-0 z-50 flex bg-scrim', PLACES[size])}
    >
      <Modal
        className={classNames(
          'flex flex-col overflow-hidden border border-line bg-card shadow-overlay',
          SIZES[size],
        )}
      >
        <AriaDialog role={role} className="flex min-h-0 flex-1 flex-col outline-none">
          <header className="flex shrink-0 items-start gap-3 px-6 pt-5 pb-3">
            <div className="min-w-0 flex-1">
              <Heading slot="title" className="text-md font-semibold">
                {title}
              </Heading>
              {lead !== undefined && <p className="mt-1 text-base text-muted">{lead}</p>}
            </div>
            {isDismissable && (
              <IconButton
                label={t.close}
                icon={<X />}
                size="small"
                placement="left"
                onPress={onClose}
                className="-mt-0.5 -mr-2 pointer-coarse:-mt-2.5"
              />
            )}
          </header>
          <div
            className="min-h-0 flex-1 overflow-y-auto px-6 pt-1 pb-6"
            {...(isText ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})}
          >
            {children}
          </div>
          {footer != null && footer !== false && (
            <footer className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t border-line px-6 py-4">
              {footer}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
