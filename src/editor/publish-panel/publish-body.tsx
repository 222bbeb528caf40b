/** What the window shows in each state of a publication. */
import { CircleCheck, PhoneCall } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PhoneNumber } from '../../data/numbers.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { DeploymentAnswer } from '../../publish/wire.ts';
import { Banner } from '../../ui/banner.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Link } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useEditor } from '../editor-context.ts';
import { PanelBoundary } from '../panel-boundary.tsx';
import { LaterPublishTests } from '../tests-panel/later-tests.tsx';
import { Blocked } from './blocked.tsx';
import { DeploymentProgress } from './deployment-progress.tsx';
import { LinkAddress } from './link-address.tsx';
import { publishMessages } from './messages.ts';
import { PlanParts } from './plan-parts.tsx';
import { isOffHours, isSwitched, type PublicationState } from './publication.ts';
import { serviceMessages } from './service/messages.ts';
import { Where, type WhereProps } from './where.tsx';

export interface PublishBodyProps extends WhereProps {
  readonly state: PublicationState;
  /** What answers the number now. */
  readonly service: ReactNode;
  /** Of the version, for whoever looks at it later. */
  readonly note: string;
  readonly onNote: (note: string) => void;
  /** Nothing stands in the way any more. */
  readonly onMended: () => void;
  /** A call can be placed from the screen. */
  readonly isSandbox: boolean;
}

export function PublishBody(props: PublishBodyProps) {
  const { state, service, note, onNote, onMended, isSandbox, ...where } = props;
  const t = useMessages(publishMessages);
  const format = useFormat();
  switch (state.status) {
    case 'blocked':
      return (
        <div className="flex flex-col gap-6">
          <div>
            <Blocked onMended={onMended} />
          </div>
          {service}
        </div>
      );
    case 'running':
      return (
        <>
          <DeploymentProgress deployment={state.deployment} />
          <p className="mt-4 text-sm text-muted">{t.runningText}</p>
        </>
      );
    case 'live':
      return (
        <Live
          deployment={state.deployment}
          number={where.numbers?.find(({ id }) => id === state.deployment.numberId)}
          isSandbox={isSandbox}
        />
      );
    case 'failed':
      return <Failed state={state} />;
    default:
      return (
        <div className="flex flex-col gap-6">
          <Where
            {...where}
            {...(state.status === 'planned' ? { answersNow: state.plan.number.answersNow } : {})}
          />
          {state.status === 'planned' && isOffHours(state) && (
            <Banner
              tone="warning"
              action={<ButtonLink href={`/numbers/${state.numberId}`}>{t.toNumber}</ButtonLink>}
            >
              {t.byHoursNone(format.phone(state.plan.number.number))}
            </Banner>
          )}
          {state.status === 'planned' && !isOffHours(state) && <PlanParts plan={state.plan} />}
          {state.status === 'planned' && !isOffHours(state) && state.plan.version.isNew && (
            <TextField label={t.note} hint={t.noteHint} value={note} onChange={onNote} maxLength={500} />
          )}
          {state.status === 'planned' && !isOffHours(state) && (
            <PanelBoundary fallback={null}>
              <LaterPublishTests />
            </PanelBoundary>
          )}
          {state.status === 'preparing' && <Preparing label={t.preparing} />}
          {((state.status === 'planned' && !isOffHours(state)) || state.status === 'choosing') && service}
        </div>
      );
  }
}

function Preparing({ label }: { readonly label: string }) {
  return (
    <div role="status" className="flex flex-col gap-2">
      <span className="sr-only">{label}</span>
      <Skeleton className="h-4 w-32" />
      <Skeleton className="h-4 w-72" />
      <Skeleton className="h-4 w-56" />
      <Skeleton className="mt-4 h-4 w-36" />
      <Skeleton className="h-4 w-64" />
    </div>
  );
}

interface LiveProps {
  readonly deployment: DeploymentAnswer;
  readonly number: PhoneNumber | undefined;
  readonly isSandbox: boolean;
}

function Live({ deployment, number, isSandbox }: LiveProps) {
  const { version, purpose, numberId } = deployment;
  const { flowId } = useEditor();
  const t = useMessages(publishMessages);
  const { out } = useMessages(serviceMessages);
  const format = useFormat();
  const isNow = isSwitched(deployment);
  return (
    <div className="flex flex-col items-center py-6 text-center" role="status">
      <span className="animate-rise-in grid size-14 place-items-center rounded-full bg-success-soft text-success">
        <CircleCheck aria-hidden className="size-7" />
      </span>
      {number && <p className="mt-4 text-lg font-semibold tabular-nums">{format.phone(number.number)}</p>}
      <p className="mt-1 text-base text-muted">
        {purpose === 'fallback'
          ? out
          : numberId === null
            ? t.liveOnLink(version)
            : isNow
              ? t.live(version)
              : t.liveLater(version)}
      </p>
      {number && isNow && !isSandbox && (
        <ButtonLink href={`tel:${number.number}`} icon={<PhoneCall />} variant="primary" className="mt-4">
          {t.callNumber(format.phone(number.number))}
        </ButtonLink>
      )}
      {purpose === 'flow' && (
        <div className="mt-5 w-full max-w-104 text-start empty:hidden">
          <LinkAddress lead={t.linkAlso} />
        </div>
      )}
      <Link href={`/flows/${flowId}/versions`} className="mt-4 text-sm">
        {t.versions}
      </Link>
    </div>
  );
}

function Failed({ state }: { readonly state: Extract<PublicationState, { status: 'failed' }> }) {
  const t = useMessages(publishMessages);
  const say = useFailureText();
  const { code } = state.failure;
  const own: Readonly<Record<string, string>> = { 'not-saved': t.notSaved, superseded: t.superseded };
  return (
    <>
      <Banner tone="danger">
        <strong className="font-medium">{t.failedTitle}.</strong> {own[code] ?? say(code)}
      </Banner>
      {state.deployment && (
        <div className="mt-5">
          <DeploymentProgress deployment={state.deployment} />
        </div>
      )}
      {state.deployment?.state === 'failed' && <p className="mt-4 text-sm text-muted">{t.failedText}</p>}
    </>
  );
}
