/** Waits for a call that proves the forwarding: asked for every few seconds, for a few minutes. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, Phone } from 'lucide-react';
import { useEffect, useState } from 'react';
import { lookForCall, testForwarding } from '../../../data/number-changes.ts';
import { forwardingsQuery } from '../../../data/number-queries.ts';
import type { PhoneNumber } from '../../../data/numbers.ts';
import type { ForwardingMode } from '../../../forwarding/codes.ts';
import { useFailureText } from '../../../i18n/failures/failure-text.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { PhoneDialog } from '../../../phone/phone-dialog.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { useWorkspace } from '../../workspace-context.ts';
import { Step } from '../step.tsx';
import { messages } from './messages.ts';

interface TestStepProps {
  readonly number: PhoneNumber;
  readonly forwarding: { readonly id: string; readonly own: string; readonly mode: ForwardingMode };
  /** Absent where nothing was asked before. */
  readonly at?: number;
  readonly of?: number;
  readonly onBack?: () => void;
}

const EVERY_MILLISECONDS = 2_500;
/** Five minutes: by then whoever wanted to call has called. */
const MOST_LOOKS = 120;

export function TestStep({ number, forwarding, at, of, onBack }: TestStepProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const say = useFailureText();
  const { sandbox } = useWorkspace();
  const [isCalling, setCalling] = useState(false);
  const { arrivedAt, isOver, failure, again, look } = useArrival(forwarding.id);
  const own = format.phone(forwarding.own);
  return (
    <>
      {failure !== null && <Banner tone="danger">{say(failure)}</Banner>}
      <Step
        title={arrivedAt === null ? t.testTitle : t.arrivedTitle}
        hint={arrivedAt === null ? t.testHint(own) : undefined}
        {...(at === undefined || of === undefined ? {} : { at, of })}
        onBack={arrivedAt === null ? onBack : undefined}
      >
        <div role="status" className="flex items-start gap-3 text-base">
          {arrivedAt !== null ? (
            <>
              <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-success" />
              <div>
                <p className="font-medium">{t.arrived(own, format.time(arrivedAt))}</p>
                <p className="mt-1 text-sm text-pretty text-muted">{t.anyCall}</p>
              </div>
            </>
          ) : isOver ? (
            <p className="text-pretty">{t.waited}</p>
          ) : (
            <>
              <Spinner />
              <div>
                <p className="font-medium">{t.waiting}</p>
                {t.testHow[forwarding.mode] !== '' && (
                  <p className="mt-1 text-sm text-muted">{t.testHow[forwarding.mode]}</p>
                )}
              </div>
            </>
          )}
        </div>
        {arrivedAt === null && sandbox && (
          <div>
            <Button icon={<Phone aria-hidden />} onPress={() => setCalling(true)}>
              {t.sandboxCall}
            </Button>
            <p className="mt-2 text-sm text-pretty text-muted">{t.sandboxHint}</p>
          </div>
        )}
        <div className="flex flex-wrap gap-2">
          {arrivedAt === null && isOver && (
            <Button variant="primary" onPress={again}>
              {t.testAgain}
            </Button>
          )}
          <ButtonLink href={`/numbers/${number.id}`} variant={arrivedAt === null ? 'ghost' : 'primary'}>
            {arrivedAt === null ? t.later : t.done}
          </ButtonLink>
        </div>
      </Step>
      <PhoneDialog
        isOpen={isCalling}
        onClose={() => setCalling(false)}
        number={number.number}
        onEnded={look}
      />
    </>
  );
}

function useArrival(id: string) {
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const [looks, setLooks] = useState(0);
  const begin = useMutation({ mutationFn: () => testForwarding(id) });
  const { mutate, isSuccess } = begin;
  useEffect(() => mutate(), [mutate]);
  const hasBegun = isSuccess && begin.data.ok;
  const arrival = useQuery({
    queryKey: ['forwarding-arrival', id],
    queryFn: async () => {
      const found = await lookForCall(id);
      setLooks((count) => count + 1);
      return found.ok ? found.value.arrivedAt : null;
    },
    enabled: hasBegun && looks < MOST_LOOKS,
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data ? false : EVERY_MILLISECONDS),
  });
  const arrivedAt = hasBegun ? (arrival.data ?? null) : null;
  useEffect(() => {
    if (arrivedAt !== null)
      void queries.invalidateQueries({ queryKey: forwardingsQuery(workspace.id).queryKey });
  }, [arrivedAt, queries, workspace.id]);
  return {
    arrivedAt,
    isOver: looks >= MOST_LOOKS,
    failure: begin.data && !begin.data.ok ? begin.data.failure.code : null,
    again: () => setLooks(0),
    look: () => void arrival.refetch(),
  };
}
