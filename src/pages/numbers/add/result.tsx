/** Asking for a number, and what came of it: where it stands, what is left to do, or why there is none. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ApiFailure, ApiResult } from '../../../data/ask.ts';
import { numbersQuery } from '../../../data/number-queries.ts';
import { useFailureText } from '../../../i18n/failures/failure-text.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { IMPORT_REASONS } from '../../../publish/numbers-wire.ts';
import type { NumberAnswer } from '../../../publish/wire.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Card } from '../../../ui/card.tsx';
import { useWorkspace } from '../../workspace-context.ts';
import { SipAddress } from '../sip-address.tsx';
import { messages } from './messages.ts';

export interface Adding {
  readonly number: NumberAnswer | null;
  /** Why there is none; null while nothing failed. */
  readonly sentence: string | null;
  /** The field that the server did not accept. */
  readonly field: string | null;
  readonly isPending: boolean;
  start(ask: () => ApiResult<NumberAnswer>): void;
}

export function useAdding(): Adding {
  const say = useSentence();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const adding = useMutation({
    mutationFn: (ask: () => ApiResult<NumberAnswer>) => ask(),
    onSuccess: () => queries.invalidateQueries({ queryKey: numbersQuery(workspace.id).queryKey }),
  });
  const answer = adding.isPending ? undefined : adding.data;
  const failure = answer && !answer.ok ? answer.failure : null;
  const isField = failure?.code === 'bad-request';
  return {
    number: answer?.ok ? answer.value : null,
    sentence: failure === null || isField ? null : say(failure),
    field: isField ? String(failure.params.field ?? '') : null,
    isPending: adding.isPending,
    start: (ask) => adding.mutate(ask),
  };
}

function useSentence(): (failure: ApiFailure) => string {
  const t = useMessages(messages);
  const say = useFailureText();
  return ({ code, params }) => {
    const reason = IMPORT_REASONS.find((one) => one === params.reason);
    if (reason === undefined) return code === 'vapi-unreachable' ? t.lost : say(code);
    const said = typeof params.message === 'string' ? params.message : '';
    return said === '' || reason === 'known' ? t.reasons[reason] : `${t.reasons[reason]} ${t.saidSo(said)}`;
  };
}

export function Result({ number }: { readonly number: NumberAnswer }) {
  const t = useMessages(messages);
  const format = useFormat();
  const { workspace } = useWorkspace();
  const numbers = useQuery(numbersQuery(workspace.id));
  const stored = numbers.data?.find(({ id }) => id === number.id);
  const state = stored?.state ?? number.state;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card>
      <div className="flex items-start gap-3">
        <CircleCheck aria-hidden className="mt-1 size-5 shrink-0 text-success" />
        <div className="min-w-0 flex-1">
          <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
            {t.doneTitle}
          </h2>
          <p className="mt-1 text-md font-medium tabular-nums">
            {format.phone(stored?.number ?? number.number)}
          </p>
          <p className="mt-1 text-base text-pretty text-muted">
            {state === 'active' ? t.doneActive : t.doneActivating}
          </p>
          {stored?.sipAddress && (
            <div className="mt-5 border-t border-line pt-5">
              <SipAddress address={stored.sipAddress} />
            </div>
          )}
          <div className="mt-5 flex flex-wrap gap-2">
            <ButtonLink href="/flows" variant="primary">
              {t.publish}
            </ButtonLink>
            <ButtonLink href={`/numbers/${number.id}`}>{t.see}</ButtonLink>
          </div>
        </div>
      </div>
    </Card>
  );
}
