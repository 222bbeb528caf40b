/** What is seldom done with the whole flow; and on a phone, what the bar has no room for. */
import { CircleHelp, Ellipsis, History, Printer, Redo2, Route, Undo2 } from 'lucide-react';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNavigate } from '../../router/router.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuAction } from '../../ui/menu.tsx';
import { useActionName } from '../commands/action-name.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';
import { outlineMessages } from '../outline/messages.ts';
import { printFlow } from '../printed-flow/printed-flow.tsx';
import { useIsNarrow } from '../views.ts';

export function FlowMenu() {
  const t = useMessages(outlineMessages);
  const isNarrow = useIsNarrow();
  const undoRedo = useUndoRedo();
  const { isReadOnly, autosave, flowId } = useEditor();
  const navigate = useNavigate();
  const traffic: MenuAction = {
    id: 'traffic',
    label: t.traffic,
    icon: <Route />,
    onAction: () => navigate(`/flows/${flowId}/traffic`),
  };
  const print: MenuAction = {
    id: 'print',
    label: t.print,
    icon: <Printer />,
    onAction: () => void printFlow(),
  };
  const versions: MenuAction = {
    id: 'versions',
    label: t.versions,
    icon: <History />,
    onAction: () => void autosave.flush().then(() => navigate(`/flows/${flowId}/versions`)),
  };
  const help: MenuAction = {
    id: 'help',
    label: t.help,
    icon: <CircleHelp />,
    onAction: () => void autosave.flush().then(() => navigate('/help')),
  };
  return (
    <Menu
      label={t.flowMenu}
      trigger={<IconButton label={t.flowMenu} icon={<Ellipsis />} placement="bottom" />}
      groups={[
        ...(isNarrow && !isReadOnly ? [{ id: 'history', actions: undoRedo }] : []),
        { id: 'flow', actions: [versions, traffic, print, help] },
      ]}
    />
  );
}

function useUndoRedo(): MenuAction[] {
  const { store } = useEditor();
  const t = useMessages(editorMessages);
  const say = useActionName();
  const undoable = useDocumentState(({ history }) => history.past.at(-1)?.label);
  const redoable = useDocumentState(({ history }) => history.future.at(-1)?.label);
  return [
    {
      id: 'undo',
      label: undoable ? t.undoWhat(say(undoable)) : t.undo,
      icon: <Undo2 />,
      isDisabled: !undoable,
      onAction: () => store.undo(),
    },
    {
      id: 'redo',
      label: redoable ? t.redoWhat(say(redoable)) : t.redo,
      icon: <Redo2 />,
      isDisabled: !redoable,
      onAction: () => store.redo(),
    },
  ];
}
