/** The form of the one selected step: its name, its kind's own fields, its problems. */
import { CircleHelp, Copy, CopyPlus, Ellipsis, Play, Scissors, Trash2, X } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { NodeId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { drawnKinds } from '../../kinds/drawn.ts';
import { formOf } from '../../kinds/forms.tsx';
import { useKindNames } from '../../kinds/kind-words.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { KindTile } from '../canvas/card-frame.tsx';
import { requestCopy } from '../clipboard/copy-steps.ts';
import { clipboardMessages } from '../clipboard/messages.ts';
import { deleteSelection } from '../commands/delete-selection.ts';
import { duplicate } from '../commands/duplicate.ts';
import { renameStep } from '../commands/rename-step.ts';
import { useDocumentState, useEditor, useNodeProblems, usePanel } from '../editor-context.ts';
import { FlowSettings } from '../flow-settings/flow-settings.tsx';
import { RecordingForm } from '../flow-settings/recording-form.tsx';
import { keyNames } from '../key-names.ts';
import { editorMessages } from '../messages.ts';
import { PanelBoundary } from '../panel-boundary.tsx';
import { playMessages } from '../play-from-here/messages.ts';
import { canPlayFrom, playFrom } from '../play-from-here/play-from-here.ts';
import { NOTHING_SELECTED, onlyNode } from '../store/selection.ts';
import { ExitsForm, type StepInForm } from './exits-form.tsx';
import { useKindForm } from './kind-form.ts';
import { OtherProblems } from './other-problems.tsx';
import { useWantedField } from './use-wanted-field.ts';

export function Inspector() {
  const { panels } = useEditor();
  const id = useDocumentState(({ selection }) => onlyNode(selection));
  const isThere = useDocumentState(({ document }) => id !== undefined && document.nodes[id] !== undefined);
  const isSettings = usePanel(({ settings }) => settings);
  // Whoever selects a step is done with the settings; they do not come back by themselves.
  useEffect(() => {
    if (id !== undefined) panels.setState({ settings: false });
  }, [id, panels]);
  if (id !== undefined && isThere) return <StepForm key={id} id={id} />;
  return isSettings ? <FlowSettings /> : null;
}

const NO_DATA = {};

/** What the step is called is another matter: it is typed in the header, and nothing below changes with it. */
function useStepContent(id: NodeId): StepInForm {
  return useDocumentState(
    useShallow(({ document }) => {
      const { kind = '', data = NO_DATA } = document.nodes[id] ?? {};
      return { id, kind, data };
    }),
  );
}

function StepForm({ id }: { readonly id: NodeId }) {
  const t = useMessages(editorMessages);
  const step = useStepContent(id);
  const form = useKindForm(id);
  const KindForm = formOf(step.kind);
  const problems = useNodeProblems(id);
  const fields = useRef<HTMLDivElement>(null);
  useWantedField(fields);
  return (
    <section
      aria-label={t.inspector.label}
      className="animate-rise-in flex max-h-[64%] min-h-0 w-full flex-col sm:max-h-full overflow-hidden rounded-panel border border-line bg-card shadow-overlay"
    >
      <StepHeader id={id} kind={step.kind} />
      <div
        ref={fields}
        className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-4 pt-4 pb-5 [&>*]:shrink-0"
      >
        <KindName kind={step.kind} />
        {KindForm ? (
          <PanelBoundary name="form">
            <KindForm data={step.data} form={form} />
          </PanelBoundary>
        ) : (
          <p className="text-sm text-muted">{t.inspector.unknown}</p>
        )}
        <ExitsForm step={step} />
        {drawnKinds.get(step.kind)?.entry && <RecordingForm step={step} />}
        <OtherProblems problems={problems} form={fields} />
      </div>
    </section>
  );
}

/** What the step is, whatever it is called, and what that is for. */
function KindName({ kind }: { readonly kind: string }) {
  const { panels } = useEditor();
  const t = useMessages(editorMessages);
  const names = useKindNames();
  if (!drawnKinds.has(kind)) return null;
  return (
    <p className="-my-2 flex items-center gap-1 text-sm text-muted">
      {names.kind(kind)}
      <IconButton
        label={t.helpOn(names.kind(kind))}
        icon={<CircleHelp />}
        size="small"
        onPress={() => panels.setState({ dialog: 'help', helpOn: { kind } })}
      />
    </p>
  );
}

interface StepHeaderProps {
  readonly id: NodeId;
  readonly kind: string;
}

const StepHeader = memo(function StepHeader({ id, kind }: StepHeaderProps) {
  const { store } = useEditor();
  const t = useMessages(editorMessages);
  return (
    <header className="flex items-center gap-2.5 border-b border-line py-2.5 pr-2 pl-4">
      <h2 className="sr-only">{t.inspector.label}</h2>
      <KindTile kind={kind} />
      <StepTitle id={id} kind={kind} />
      <PlayButton id={id} />
      <StepMenu kind={kind} />
      <IconButton
        label={t.inspector.close}
        icon={<X />}
        size="small"
        className="-ml-2"
        onPress={() => store.select(NOTHING_SELECTED)}
      />
    </header>
  );
});

function StepTitle({ id, kind }: StepHeaderProps) {
  const { store, isReadOnly } = useEditor();
  const t = useMessages(editorMessages);
  const names = useKindNames();
  const title = useDocumentState(({ document }) => document.nodes[id]?.title ?? '');
  return (
    <input
      aria-label={t.inspector.title}
      placeholder={names.kind(kind)}
      value={title}
      readOnly={isReadOnly}
      maxLength={120}
      onChange={(event) => store.run(renameStep, { node: id, title: event.target.value })}
      className="press-motion -ml-1.5 h-8 min-w-0 flex-1 truncate rounded-md bg-transparent px-1.5 text-base font-semibold placeholder:text-ink hover:bg-hover focus:bg-transparent pointer-coarse:h-11"
    />
  );
}

function PlayButton({ id }: { readonly id: NodeId }) {
  const editor = useEditor();
  const t = useMessages(playMessages);
  const isPlayed = useDocumentState(({ document }) => canPlayFrom(document, editor.store.kinds, id));
  return (
    isPlayed && (
      <IconButton
        label={t.playFromHere}
        icon={<Play />}
        size="small"
        className="-mr-2"
        onPress={() => playFrom(editor, id)}
      />
    )
  );
}

/** The beginning can be copied into another flow; here it stays, and stays the only one. */
function StepMenu({ kind }: { readonly kind: string }) {
  const editor = useEditor();
  const t = useMessages(editorMessages);
  const words = useMessages(clipboardMessages);
  const { store, isReadOnly } = editor;
  const isEntry = drawnKinds.get(kind)?.entry === true;
  const copy = {
    id: 'copy',
    label: words.copy,
    icon: <Copy />,
    keys: keyNames('mod+c'),
    onAction: () => requestCopy(editor, 'copy', words),
  };
  const change = [
    {
      id: 'cut',
      label: words.cut,
      icon: <Scissors />,
      keys: keyNames('mod+x'),
      onAction: () => requestCopy(editor, 'cut', words),
    },
    {
      id: 'duplicate',
      label: t.inspector.duplicate,
      icon: <CopyPlus />,
      keys: keyNames('mod+d'),
      onAction: () => store.run(duplicate, null),
    },
    {
      id: 'delete',
      label: t.inspector.delete,
      icon: <Trash2 />,
      isDanger: true,
      onAction: () => store.run(deleteSelection, null),
    },
  ];
  return (
    <Menu
      label={t.inspector.more}
      trigger={<IconButton label={t.inspector.more} icon={<Ellipsis />} size="small" />}
      groups={[{ id: 'step', actions: isReadOnly || isEntry ? [copy] : [copy, ...change] }]}
    />
  );
}
