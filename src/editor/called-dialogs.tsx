/** What is called up above the whole editor: the search, the list of shortcuts, versions to choose from. Loaded when first asked for, or in idle time. */
import { Suspense } from 'react';
import { later, laterComponent } from '../ui/later.ts';
import { useEditor, usePanel } from './editor-context.ts';

const FindDialog = laterComponent(later(async () => (await import('./find/find-dialog.tsx')).FindDialog));
const ShortcutList = laterComponent(
  later(async () => (await import('./find/shortcut-list.tsx')).ShortcutList),
);
const ConflictDialog = laterComponent(
  later(async () => (await import('./saving/conflict-dialog.tsx')).ConflictDialog),
);
const AsideDialog = laterComponent(
  later(async () => (await import('./saving/aside-dialog.tsx')).AsideDialog),
);
const HelpDialog = laterComponent(
  later(async () => (await import('./help-dialog/help-dialog.tsx')).HelpDialog),
);

export function CalledDialogs() {
  const { panels } = useEditor();
  const dialog = usePanel((state) => state.dialog);
  const close = () => panels.setState({ dialog: null });
  return (
    <Suspense>
      {dialog === 'find' && <FindDialog onClose={close} />}
      {dialog === 'shortcuts' && <ShortcutList onClose={close} />}
      {dialog === 'conflict' && <ConflictDialog onClose={close} />}
      {dialog === 'help' && <HelpDialog onClose={close} />}
      {dialog === 'aside' && <AsideDialog onClose={close} />}
    </Suspense>
  );
}
