/** Above the canvas: back, name, where the work is; undo and redo; problems, rehearse, publish. */
import { ChevronLeft, CircleCheck, MessagesSquare, Redo2, Rocket, Undo2 } from 'lucide-react';
import { useStore } from 'zustand';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SeverityIcon } from '../canvas/card-frame.tsx';
import { useActionName } from '../commands/action-name.ts';
import { useDocumentState, useEditor, usePanel } from '../editor-context.ts';
import { keyNames } from '../key-names.ts';
import { editorMessages } from '../messages.ts';
import { FlowName } from './flow-name.tsx';
import { SavePill } from './save-pill.tsx';

export function TopBar() {
  const { panels, isReadOnly } = useEditor();
  const t = useMessages(editorMessages);
  const isRehearsing = usePanel(({ rehearsal }) => rehearsal);
  return (
    <header className="relative z-20 flex h-14 shrink-0 items-center gap-2 border-b border-line bg-card px-2 sm:px-3">
      <ButtonLink href="/flows" variant="ghost" aria-label={t.backToFlows} className="!px-2">
        <ChevronLeft aria-hidden />
      </ButtonLink>
      <FlowName />
      <SavePill />
      <span className="flex-1" />
      {!isReadOnly && <UndoRedo />}
      <ProblemCount />
      <Button
        icon={<MessagesSquare />}
        aria-expanded={isRehearsing}
        onPress={() => panels.setState({ rehearsal: !isRehearsing })}
      >
        <span className="max-sm:sr-only">{t.rehearse}</span>
      </Button>
      {!isReadOnly && (
        <Button variant="primary" icon={<Rocket />} onPress={() => panels.setState({ publication: true })}>
          <span className="max-sm:sr-only">{t.publish}</span>
        </Button>
      )}
    </header>
  );
}

function UndoRedo() {
  const { store } = useEditor();
  const t = useMessages(editorMessages);
  const say = useActionName();
  const undoable = useDocumentState(({ history }) => history.past.at(-1)?.label);
  const redoable = useDocumentState(({ history }) => history.future.at(-1)?.label);
  return (
    <span className="flex max-sm:hidden">
      <IconButton
        label={undoable ? t.undoWhat(say(undoable)) : t.undo}
        keys={keyNames('mod+z')}
        icon={<Undo2 />}
        placement="bottom"
        isDisabled={!undoable}
        onPress={() => store.undo()}
      />
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

function ProblemCount() {
  const { problems, panels } = useEditor();
  const t = useMessages(editorMessages);
  const count = useStore(problems.state, (found) => found.length);
  const gravest = useStore(problems.state, ([first]) => first?.severity);
  const isOpen = usePanel((state) => state.problems);
  return (
    <Button
      variant="ghost"
      aria-expanded={isOpen}
      icon={
        gravest ? <SeverityIcon severity={gravest} /> : <CircleCheck aria-hidden className="text-success" />
      }
      onPress={() => panels.setState({ problems: !isOpen })}
    >
      <span className="max-md:hidden">{t.problems(count)}</span>
      <span className="md:hidden">
        <span aria-hidden>{count}</span>
        <span className="sr-only">{t.problems(count)}</span>
      </span>
    </Button>
  );
}
