/** The window with all shortcuts of the editor. */
import { useMessages } from '../../i18n/use-messages.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { findMessages } from './messages.ts';
import { ShortcutTable } from './shortcut-table.tsx';

export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(findMessages).shortcuts;
  return (
    <Dialog isOpen onClose={onClose} title={t.title} size="medium" isText>
      <ShortcutTable />
    </Dialog>
  );
}
