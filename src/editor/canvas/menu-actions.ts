/** What menus of the canvas share: what may be offered. Knows no action. */
import type { MenuAction } from '../../ui/menu.tsx';
import type { Command } from '../commands/command.ts';
import { useEditor } from '../editor-context.ts';

/** What can be done now; in a flow that may only be looked at, nothing that changes it. */
export function useCan() {
  const { store, isReadOnly } = useEditor();
  return (command: Command<null>) => {
    const { document } = store.state.getState();
    return !isReadOnly && command.enabled({ document, selection: store.chosen(), kinds: store.kinds }, null);
  };
}

export function when(isOffered: boolean, action: MenuAction): MenuAction[] {
  return isOffered ? [action] : [];
}
