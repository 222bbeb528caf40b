/** Above the canvas: back, name, where the work is; undo and redo; problems, rehearse, publish. */
import { ChevronLeft, CircleCheck, MessagesSquare, Rocket, Settings2 } from 'lucide-react';
import { useStore } from 'zustand';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SeverityIcon } from '../canvas/card-frame.tsx';
import { useDocumentState, useEditor, usePanel } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';
import { NOTHING_SELECTED } from '../store/selection.ts';
import { FlowMenu } from './flow-menu.tsx';
import { FlowHeading, FlowName } from './flow-name.tsx';
import { SavePill } from './save-pill.tsx';
import { UndoRedo } from './undo-redo.tsx';

export function TopBar() {
  const { panels, isReadOnly } = useEditor();
  const t = useMessages(editorMessages);
  const isRehearsing = usePanel(({ rehearsal }) => rehearsal);
  return (
    <header className="relative z-20 flex h-14 shrink-0 items-center gap-2 border-b border-line bg-card px-2 max-sm:gap-1 sm:px-3">
      <ButtonLink
        href="/flows"
        variant="ghost"
        aria-label={t.backToFlows}
        className="!px-2 pointer-coarse:-mr-1 pointer-coarse:-ml-2 pointer-coarse:!px-3.5"
      >
        <ChevronLeft aria-hidden />
      </ButtonLink>
      <FlowHeading />
      <span className="contents max-sm:hidden">
        <FlowName />
      </span>
      <SettingsButton />
      <SavePill />
      <span className="flex-1" />
      {!isReadOnly && <UndoRedo />}
      <ProblemCount />
      <Button
        data-tour="hear"
        icon={<MessagesSquare />}
        aria-expanded={isRehearsing}
        onPress={() => panels.setState({ rehearsal: !isRehearsing })}
      >
        <span className="max-sm:sr-only">{t.rehearse}</span>
      </Button>
      {!isReadOnly && (
        <Button
          data-tour="publish"
          variant="primary"
          icon={<Rocket />}
          onPress={() => panels.setState({ publication: true })}
        >
          <span className="max-sm:sr-only">{t.publish}</span>
        </Button>
      )}
      <FlowMenu />
    </header>
  );
}

/** Where there is no room for both, the name itself leads to the settings, where it can be changed too. */
function SettingsButton() {
  const { panels, store } = useEditor();
  const t = useMessages(editorMessages);
  const name = useDocumentState(({ document }) => document.name);
  const isOpen = usePanel(({ settings }) => settings);
  const toggle = () => {
    store.select(NOTHING_SELECTED);
    panels.setState({ settings: !isOpen });
  };
  return (
    <>
      <IconButton
        label={t.settings}
        icon={<Settings2 />}
        placement="bottom"
        className="-ml-1.5 max-sm:hidden"
        aria-expanded={isOpen}
        onPress={toggle}
      />
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={toggle}
        className="press-motion flex min-h-11 min-w-0 cursor-pointer items-center gap-1.5 rounded-md px-1.5 text-base font-semibold hover:bg-hover sm:hidden"
      >
        <span className="truncate">{name}</span>
        <span className="sr-only">{t.settings}</span>
      </button>
    </>
  );
}

function ProblemCount() {
  const { problems, panels } = useEditor();
  const t = useMessages(editorMessages);
  const count = useStore(problems.state, (found) => found.length);
  const gravest = useStore(problems.state, ([first]) => first?.severity);
  const isKnown = useStore(problems.known);
  const isOpen = usePanel((state) => state.problems);
  return (
    <Button
      variant="ghost"
      // nobody is told that all is well before it was looked at
      className={isKnown ? '' : 'invisible'}
      aria-expanded={isOpen}
      icon={
        gravest ? <SeverityIcon severity={gravest} /> : <CircleCheck aria-hidden className="text-success" />
      }
      onPress={() => panels.setState({ problems: !isOpen })}
    >
      <span className="max-lg:hidden">{t.problems(count)}</span>
      <span className="lg:hidden">
        {count > 0 && <span aria-hidden>{count}</span>}
        <span className="sr-only">{t.problems(count)}</span>
      </span>
    </Button>
  );
}
