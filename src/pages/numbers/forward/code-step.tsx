/** The code to dial, with the number filled in: where it comes from, how sure that is, and how it is taken back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Keyboard } from 'lucide-react';
import { saveForwarding } from '../../../data/number-changes.ts';
import { forwardingsQuery } from '../../../data/number-queries.ts';
import type { PhoneNumber } from '../../../data/numbers.ts';
import { codesOf, dialLink } from '../../../forwarding/codes.ts';
import { useFailureText } from '../../../i18n/failures/failure-text.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { Banner } from '../../../ui/banner.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Link } from '../../../ui/link.tsx';
import { useWorkspace } from '../../workspace-context.ts';
import { Step } from '../step.tsx';
import type { Line } from './forward-page.tsx';
import { messages } from './messages.ts';

interface CodeStepProps {
  readonly number: PhoneNumber;
  readonly wish: Line;
  readonly at: number;
  readonly of: number;
  readonly onBack: () => void;
  readonly onSaved: (id: string) => void;
}

/** Calling codes have one to three digits; two numbers with the same first ones are near enough for a warning. */
const isAbroad = (from: string, to: string) =>
  from.startsWith('+1') !== to.startsWith('+1') ||
  (!from.startsWith('+1') && from.slice(0, 3) !== to.slice(0, 3));

export function CodeStep({ number, wish, at, of, onBack, onSaved }: CodeStepProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  const format = useFormat();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const { own, line, operator, mode, seconds } = wish;
  const codes = codesOf({ operator, line, mode, seconds, from: own, to: number.number });
  const save = useMutation({
    mutationFn: () => saveForwarding(number.id, { ownNumber: own, operator, line, mode, seconds }),
    onSuccess: async (saved) => {
      if (!saved.ok) return;
      await queries.invalidateQueries({ queryKey: forwardingsQuery(workspace.id).queryKey });
      onSaved(saved.value.id);
    },
  });
  if (codes === null) return null;
  const failure = save.data && !save.data.ok ? save.data.failure : null;
  return (
    <>
      {failure && (
        <Banner tone="danger">
          {failure.params.field === 'ownNumber' ? t.unknownOwn : `${t.failedSave} ${say(failure.code)}`}
        </Banner>
      )}
      <Step
        title={codes.on === null ? t.askedThem : t.codeTitle}
        hint={codes.on === null ? undefined : t.codeHint(format.phone(own))}
        at={at}
        of={of}
        onBack={onBack}
        onNext={() => save.mutate()}
        nextLabel={codes.on === null ? t.askedThem : t.dialled}
        isPending={save.isPending}
      >
        {codes.on === null ? (
          <p className="text-base">
            {t.askOperator} <span className="font-semibold tabular-nums">{format.phone(number.number)}</span>.
          </p>
        ) : (
          <>
            <p className="rounded-card border border-line bg-card px-5 py-4 font-mono text-lg font-semibold break-all select-all">
              {codes.on}
            </p>
            <div className="flex flex-wrap items-center gap-2">
              <CopyButton text={codes.on} label={t.copyCode} copied={t.copied} notCopied={t.notCopied} />
              {/* Only where there is a keypad to open. */}
              <span className="hidden pointer-coarse:inline">
                <ButtonLink href={dialLink(codes.on)} icon={<Keyboard aria-hidden />}>
                  {t.dial}
                </ButtonLink>
              </span>
            </div>
            <p className="hidden text-xs text-muted pointer-coarse:block">{t.dialHint}</p>
          </>
        )}
        <Banner tone={codes.certainty === 'standard' || codes.certainty === 'operator' ? 'info' : 'warning'}>
          {t.certainties[codes.certainty]}
        </Banner>
        <p className="text-sm text-pretty text-muted">{isAbroad(own, number.number) ? t.abroad : t.costs}</p>
        <dl className="flex flex-col gap-2 text-sm">
          {(
            [
              [t.off, codes.off],
              [t.askNetwork, codes.ask],
              [t.allOff, codes.allOff],
            ] as const
          ).map(
            ([name, code]) =>
              code !== null && (
                <div key={name} className="flex flex-wrap gap-x-3">
                  <dt className="text-muted">{name}</dt>
                  <dd className="font-mono select-all">{code}</dd>
                </div>
              ),
          )}
          <div className="flex flex-wrap gap-x-3">
            <dt className="text-muted">{t.source}</dt>
            <dd>
              <Link href={codes.source.url} external>
                {t.sources[codes.source.id]}
              </Link>
              , {t.read(format.date(codes.source.read))}
            </dd>
          </div>
        </dl>
      </Step>
    </>
  );
}
