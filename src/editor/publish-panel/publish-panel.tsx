/** The window in which a version is put in service: where, what will happen, what it does outside; then its progress. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { advancePublication, getTestNumber, planPublication, publish } from '../../data/api.ts';
import { deviceStorage } from '../../data/device-storage.ts';
import { numbersQuery, schedulesQuery } from '../../data/number-queries.ts';
import type { StoredSchedule } from '../../data/number-schedules.ts';
import type { PhoneNumber } from '../../data/numbers.ts';
import { statusQuery } from '../../data/queries.ts';
import { unpublish } from '../../data/service.ts';
import { findRunning } from '../../data/versions.ts';
import { useFormat } from '../../i18n/format.ts';
import { messagesNow, useMessages } from '../../i18n/use-messages.ts';
import { PhoneDialog } from '../../phone/phone-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/toast.tsx';
import { type Editor, useEditor } from '../editor-context.ts';
import { LinkPart } from './link-part.tsx';
import { publishMessages } from './messages.ts';
import {
  createPublication,
  isOffHours,
  isSwitched,
  type Publication,
  type PublicationPorts,
  type PublicationState,
} from './publication.ts';
import { PublishBody } from './publish-body.tsx';
import { serviceMessages } from './service/messages.ts';
import { NumberService } from './service/number-service.tsx';
import { UndoButton } from './service/undo-button.tsx';
import { UnpublishDialog } from './service/unpublish-dialog.tsx';

/** Of what is no plan any more, or not yet one. */
const TITLES: Partial<Record<PublicationState['status'], 'blockedTitle' | 'running' | 'liveTitle'>> = {
  blocked: 'blockedTitle',
  running: 'running',
  live: 'liveTitle',
};

export function PublishPanel() {
  const editor = useEditor();
  const t = useMessages(publishMessages);
  const { outTitle } = useMessages(serviceMessages);
  const format = useFormat();
  const publication = publicationOf(editor);
  const state = useStore(publication.state);
  const queries = useQueryClient();
  const numbers = useQuery({
    ...numbersQuery(editor.workspaceId),
    // what stayed in another account cannot be switched from here
    select: (all: readonly PhoneNumber[]) => all.filter(({ isElsewhere }) => !isElsewhere),
  });
  const known = useQuery(schedulesQuery(editor.workspaceId));
  const schedules = known.data?.schedules ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const numberId = chosen ?? numberFor(numbers.data, schedules, editor.flowId)?.id ?? null;
  const [testNumber, setTestNumber] = useState<{ readonly pending: boolean; readonly failure?: string }>({
    pending: false,
  });
  const [note, setNote] = useState('');
  const [isCalling, setCalling] = useState(false);
  /** The deployment that is to be taken out of service. */
  const [leaving, setLeaving] = useState<string | null>(null);
  const status = useQuery(statusQuery);
  const number = numbers.data?.find(({ id }) => id === numberId);
  const answered = state.status === 'live' ? state.deployment : null;
  const callable =
    answered && isSwitched(answered) ? numbers.data?.find(({ id }) => id === answered.numberId) : undefined;
  const areNumbersKnown = !numbers.isPending && !known.isPending;
  useEffect(() => {
    // A run goes on behind a closed window; opened again, the window shows it rather than a new look.
    const isRunning = () => publication.state.getState().status === 'running';
    if (areNumbersKnown && !isRunning()) void publication.open(numberId);
    return () => {
      if (!isRunning()) publication.close();
    };
  }, [publication, numberId, areNumbersKnown]);
  useEffect(() => {
    if (state.status !== 'live') return;
    for (const key of ['numbers', 'flows', 'number-service', 'browser-links'])
      void queries.invalidateQueries({ queryKey: [key] });
  }, [state.status, queries]);
  const close = () => editor.panels.setState({ publication: false });
  const takeTestNumber = async () => {
    setTestNumber({ pending: true });
    const answer = await getTestNumber(editor.workspaceId);
    setTestNumber(answer.ok ? { pending: false } : { pending: false, failure: answer.failure.code });
    if (!answer.ok) return;
    await queries.invalidateQueries({ queryKey: ['numbers'] });
    setChosen(answer.value.id);
  };
  if (isCalling && callable) return <PhoneDialog isOpen onClose={close} number={callable.number} />;
  if (leaving !== null && number)
    return (
      <UnpublishDialog
        number={format.phone(number.number)}
        onClose={() => setLeaving(null)}
        onConfirm={(words) => {
          setLeaving(null);
          void publication.take(() => unpublish(leaving, { words }));
        }}
      />
    );
  const isOut = answered?.purpose === 'fallback';
  return (
    <Dialog
      isOpen
      onClose={close}
      title={isOut ? outTitle : t[TITLES[state.status] ?? 'title']}
      {...(TITLES[state.status] ? {} : { lead: t.lead })}
      footer={
        <Footer
          publication={publication}
          onClose={close}
          note={note.trim()}
          onUnpublish={setLeaving}
          onRetry={() => void publication.open(numberId)}
          isActivating={callable?.state === 'activating'}
          {...(status.data?.sandbox && callable ? { onCall: () => setCalling(true) } : {})}
        />
      }
    >
      <PublishBody
        state={state}
        service={
          <>
            {numberId !== null && (
              <NumberService numberId={numberId} publication={publication} onUnpublish={setLeaving} />
            )}
            <LinkPart numberId={numberId} publication={publication} />
          </>
        }
        note={note}
        onNote={setNote}
        onMended={() => void publication.open(numberId)}
        isSandbox={status.data?.sandbox === true}
        numbers={numbers.isPending ? undefined : (numbers.data ?? [])}
        numberId={numberId}
        onChoose={setChosen}
        onTestNumber={() => void takeTestNumber()}
        testNumber={testNumber}
      />
    </Dialog>
  );
}

/** The number that this flow answers already, or in its hours; otherwise one that nothing answers; otherwise one that has no hours. */
function numberFor(
  numbers: readonly PhoneNumber[] | undefined,
  schedules: readonly StoredSchedule[],
  flowId: string,
): PhoneNumber | undefined {
  const of = (number: PhoneNumber) => schedules.find(({ numberId }) => numberId === number.id);
  const isScheduled = (number: PhoneNumber) => {
    const schedule = of(number);
    return schedule?.rest.flowId === flowId || schedule?.rows.some((row) => row.flowId === flowId);
  };
  const unscheduled = numbers?.filter((number) => !of(number));
  return (
    numbers?.find((number) => number.flowId === flowId) ??
    numbers?.find(isScheduled) ??
    unscheduled?.find((number) => number.flowId === null && number.state === 'active') ??
    unscheduled?.[0] ??
    numbers?.[0]
  );
}

const publications = new WeakMap<Editor, Publication>();

/** One for each open flow, so that closing the window does not end what runs. */
function publicationOf(editor: Editor): Publication {
  const known = publications.get(editor);
  if (known) return known;
  const made = createPublication(portsOf(editor));
  made.state.subscribe((state, before) => {
    if (before.status !== 'running' || editor.panels.getState().publication) return;
    const t = messagesNow(publishMessages);
    if (state.status === 'live') notify({ text: t.liveNews(state.deployment.version), tone: 'success' });
    if (state.status === 'failed') notify({ text: t.failedNews, tone: 'danger' });
  });
  publications.set(editor, made);
  return made;
}

function portsOf({ flowId, autosave, problems, engine }: Editor): PublicationPorts {
  const key = `allokoli:publication:${flowId}`;
  return {
    async save() {
      await engine.load().catch(() => {}); // the server checks it all the same
      return (await autosave.flush()).ok;
    },
    hasErrors: () => problems.check().some(({ severity }) => severity === 'error'),
    plan: (numberId) => planPublication(flowId, numberId),
    publish: (numberId, revision, note) =>
      publish({ flowId, numberId, revision, ...(note === '' ? {} : { note }) }),
    advance: advancePublication,
    async find() {
      const found = await findRunning(flowId);
      return found.ok ? found.value : null; // the server refuses a second one all the same
    },
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    running: {
      read: () => deviceStorage.getItem(key),
      write: (id) => (id === null ? deviceStorage.removeItem(key) : deviceStorage.setItem(key, id)),
    },
  };
}

interface FooterProps {
  readonly publication: Publication;
  readonly note: string;
  readonly onClose: () => void;
  readonly onUnpublish: (deploymentId: string) => void;
  readonly onRetry: () => void;
  /** A new number rings a few seconds after it was given. */
  readonly isActivating: boolean;
  /** Only where a call can be placed from the screen, and what was published answers it. */
  readonly onCall?: () => void;
}

function Footer(props: FooterProps) {
  const { publication, note, onClose, onUnpublish, onRetry, isActivating, onCall } = props;
  const t = useMessages(publishMessages);
  const state = useStore(publication.state);
  if (state.status === 'live') {
    const { numberId } = state.deployment;
    return (
      <>
        {numberId !== null && (
          <UndoButton numberId={numberId} publication={publication} onUnpublish={onUnpublish} />
        )}
        <Button variant={onCall ? 'ghost' : 'primary'} onPress={onClose}>
          {t.close}
        </Button>
        {onCall && (
          <Button variant="primary" onPress={onCall} isPending={isActivating} autoFocus>
            {t.callIt}
          </Button>
        )}
      </>
    );
  }
  if (state.status === 'running') {
    return (
      <Button variant="secondary" onPress={onClose}>
        {t.close}
      </Button>
    );
  }
  return (
    <>
      <Button variant="ghost" onPress={onClose}>
        {t.cancel}
      </Button>
      {state.status === 'failed' ? (
        <Button variant="primary" onPress={onRetry}>
          {t.again}
        </Button>
      ) : (
        <Button
          variant="primary"
          isPending={state.status === 'preparing'}
          isDisabled={(state.status !== 'planned' && state.status !== 'preparing') || isOffHours(state)}
          onPress={() => void publication.confirm(note)}
        >
          {t.publish}
        </Button>
      )}
    </>
  );
}
