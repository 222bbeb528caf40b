/** Back and forth in the history, and the list of what was done, to go back several steps at once. */
import { ChevronDown, Redo2, Undo2 } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import { useMessages } from '../../i18n/use-messages.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useActionName } from '../commands/action-name.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { keyNames } from '../key-names.ts';
import { editorMessages } from '../messages.ts';

/** So many of the last actions are listed. */
const LISTED = 12;

/** Where there is room for it; elsewhere `UndoButton` stands in the bar below. */
export function UndoRedo() {
  const { store } = useEditor();
  const t = useMessages(editorMessages);
  const say = useActionName();
  const redoable = useDocumentState(({ history }) => history.future.at(-1)?.label);
  return (
    <span className="flex max-sm:hidden">
      <UndoButton placement="bottom" />
      <UndoList />
      <IconButton
        label={redoable ? t.redoWhat(say(redoable)) : t.redo}
        keys={keyNames('mod+shift+z')}
        icon={<Redo2 />}
        placement="bottom"
        isDisabled={!redoable}
        onPress={() => store.redo()}
      />
    </span>
  );
}

interface UndoButtonProps {
  readonly placement?: 'top' | 'bottom';
  readonly className?: string;
}

export function UndoButton(props: UndoButtonProps) {
  const { store } = useEditor();
  const t = useMessages(editorMessages);
  const say = useActionName();
  const undoable = useDocumentState(({ history }) => history.past.at(-1)?.label);
  return (
    <IconButton
      {...props}
      label={undoable ? t.undoWhat(say(undoable)) : t.undo}
      keys={keyNames('mod+z')}
      icon={<Undo2 />}
      isDisabled={!undoable}
      onPress={() => store.undo()}
    />
  );
}

function UndoList() {
  const { store } = useEditor();
  const t = useMessages(editorMessages);
  const say = useActionName();
  // A keystroke that joins the last entry leaves its words: then the list is not drawn again.
  const last = useDocumentState(
    useShallow(({ history }) => history.past.slice(-LISTED).map(({ label }) => label)),
  ).toReversed();
  return (
    <Menu
      label={t.undoList}
      placement="bottom start"
      trigger={
        <IconButton
          label={t.undoList}
          icon={<ChevronDown />}
          placement="bottom"
          className="-ml-1.5 !w-5"
          isDisabled={last.length < 2}
        />
      }
      groups={[
        {
          id: 'past',
          title: t.undoTo,
          actions: last.map((label, index) => ({
            id: String(index),
            label: say(label),
            onAction() {
              for (let steps = 0; steps <= index; steps += 1) store.undo();
            },
          })),
        },
      ]}
    />
  );
}
