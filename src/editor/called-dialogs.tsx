/** What is called up by a key above the whole editor: the search and the list of shortcuts. Loaded when first asked for. */
import { lazy, Suspense } from 'react';
import { useEditor, usePanel } from './editor-context.ts';

const FindDialog = lazy(async () => ({ default: (await import('./find/find-dialog.tsx')).FindDialog }));
const ShortcutList = lazy(async () => ({ default: (await import('./find/shortcut-list.tsx')).ShortcutList }));

export function CalledDialogs() {
  const { panels } = useEditor();
  const dialog = usePanel((state) => state.dialog);
  const close = () => panels.setState({ dialog: null });
  return (
    <Suspense>
      {dialog === 'find' && <FindDialog onClose={close} />}
      {dialog === 'shortcuts' && <ShortcutList onClose={close} />}
    </Suspense>
  );
}
