/**
 * Above a flow that was just made: it can be talked to and listened to at once; then what is left to be done, one thing after the
 * other, each with the way to its place. Put away by whoever does not want it.
 */
import { CalendarDays, Check, Clock, Hash, MessagesSquare, Volume2, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { endFirstSteps, type FirstStep, firstStepsDone, keepFirstSteps } from '../../data/first-steps.ts';
import { isTourDone } from '../../data/tour.ts';
import type { FlowDocument, FlowNode, NodeId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNavigate } from '../../router/router.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { type Editor, useDocumentState, useEditor, usePanel } from '../editor-context.ts';
import { focusForm } from '../focus-step.ts';
import type { RehearsalTab } from '../store/panels.ts';
import { selectNodes } from '../store/selection.ts';
import { firstStepsMessages } from './messages.ts';

export function FirstSteps() {
  const editor = useEditor();
  const t = useMessages(firstStepsMessages);
  const [done, setDone] = useState(() => firstStepsDone(editor.flowId));
  const isRehearsing = usePanel(({ rehearsal }) => rehearsal);
  const finish = (step: FirstStep) => {
    if (!done || done.has(step)) return;
    const next = new Set([...done, step]);
    keepFirstSteps(editor.flowId, next);
    setDone(next);
  };
  const hasRehearsed = useRef(false);
  // However the rehearsal was opened; whoever has heard the assistant and comes back to the drawing is shown around, once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: told by the panel alone
  useEffect(() => {
    if (isRehearsing) finish('heard');
    else if (hasRehearsed.current && done && !isTourDone(editor.person)) showAround(editor);
    hasRehearsed.current = isRehearsing;
  }, [isRehearsing]);
  if (!done) return null;
  const close = () => {
    endFirstSteps(editor.flowId);
    setDone(null);
  };
  return (
    <section
      aria-label={t.label}
      className="animate-rise-in flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-accent-soft px-3 py-2 sm:px-4"
    >
      {done.has('heard') ? <NextSteps done={done} onDone={finish} /> : <HearFirst />}
      <IconButton
        label={t.close}
        icon={<X />}
        size="small"
        placement="bottom"
        className="ml-auto"
        onPress={close}
      />
    </section>
  );
}

function showAround({ panels }: Editor): void {
  const { publication, dialog } = panels.getState();
  if (!publication && dialog === null) panels.setState({ tour: 0 });
}

function HearFirst() {
  const { panels } = useEditor();
  const t = useMessages(firstStepsMessages);
  const open = (rehearsalTab: RehearsalTab) => panels.setState({ rehearsal: true, rehearsalTab });
  return (
    <>
      <p className="text-base font-medium">{t.ready}</p>
      <span className="flex flex-wrap gap-2">
        <Button variant="primary" icon={<MessagesSquare aria-hidden />} onPress={() => open('talk')}>
          {t.talk}
        </Button>
        <Button icon={<Volume2 aria-hidden />} onPress={() => open('listen')}>
          {t.listen}
        </Button>
      </span>
    </>
  );
}

interface NextStepsProps {
  readonly done: ReadonlySet<FirstStep>;
  readonly onDone: (step: FirstStep) => void;
}

interface NextStep {
  readonly id: FirstStep;
  readonly icon: ReactNode;
  readonly go: () => void;
}

function NextSteps({ done, onDone }: NextStepsProps) {
  const editor = useEditor();
  const t = useMessages(firstStepsMessages);
  const steps = useSteps(editor);
  const next = steps.find(({ id }) => !done.has(id));
  return (
    <>
      <p className="text-sm font-medium">{next ? t.later : t.allDone}</p>
      <ol className="flex flex-wrap gap-1.5">
        {steps.map(({ id, icon, go }) => (
          <li key={id}>
            <Button
              size="small"
              variant={id === next?.id ? 'secondary' : 'ghost'}
              icon={done.has(id) ? <Check aria-hidden className="text-success" /> : icon}
              onPress={() => {
                onDone(id);
                go();
              }}
            >
              {t.steps[id as keyof typeof t.steps]}
              {done.has(id) && <span className="sr-only">{t.done}</span>}
            </Button>
          </li>
        ))}
      </ol>
    </>
  );
}

function openForm({ store, panels }: Editor, node: NodeId): void {
  store.select(selectNodes(node));
  panels.setState({ settings: false, form: true });
  focusForm();
}

/** Hours and calendar only where the flow goes by them. */
function useSteps(editor: Editor): NextStep[] {
  const navigate = useNavigate();
  const document = useDocumentState((state) => state.document);
  const { kinds } = editor.store;
  const withHours = stepWith(document, (node) => (kinds.get(node.kind)?.hours?.(node.data) ?? []).length > 0);
  const withPlaces = stepWith(
    document,
    (node) =>
      kinds.get(node.kind)?.needsRuntime === true &&
      (kinds.get(node.kind)?.hours?.(node.data) ?? []).length > 0,
  );
  return [
    ...(withHours
      ? [{ id: 'hours' as const, icon: <Clock aria-hidden />, go: () => openForm(editor, withHours) }]
      : []),
    ...(withPlaces
      ? [
          {
            id: 'calendar' as const,
            icon: <CalendarDays aria-hidden />,
            go: () => navigate('/calls/appointments'),
          },
        ]
      : []),
    { id: 'number', icon: <Hash aria-hidden />, go: () => editor.panels.setState({ publication: true }) },
  ];
}

function stepWith(document: FlowDocument, isMeant: (node: FlowNode) => boolean): NodeId | undefined {
  return Object.values<FlowNode>(document.nodes).find(isMeant)?.id;
}
