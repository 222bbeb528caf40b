/** One version: who published it when, where it answers, and what can be done with it. */
import { History } from 'lucide-react';
import { getVersion } from '../../data/calls.ts';
import { settle } from '../../data/failure.ts';
import {
  type FlowDeployment,
  type FlowVersion,
  type ServedNumber,
  serviceOfVersion,
} from '../../data/versions.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { DrawingDeeds } from './drawing-deeds.tsx';
import { messages } from './messages.ts';
import { usePlaces } from './use-places.ts';
import type { useRestoreDraft } from './use-restore-draft.ts';
import type { useRollBack } from './use-roll-back.ts';

export interface VersionRowProps {
  readonly flowId: string;
  readonly version: FlowVersion;
  readonly deployments: readonly FlowDeployment[];
  readonly served: readonly ServedNumber[];
  readonly canChange: boolean;
  readonly rollBack: ReturnType<typeof useRollBack>;
  readonly draft: ReturnType<typeof useRestoreDraft>;
}

export function VersionRow({
  flowId,
  version,
  deployments,
  served,
  canChange,
  rollBack,
  draft,
}: VersionRowProps) {
  const t = useMessages(messages);
  const name = t.version(version.number);
  const { answers, goBack } = serviceOfVersion(version.id, deployments, served);
  const places = usePlaces();
  const putBack = () =>
    void rollBack.run(
      goBack.map(({ on, deployment }) => ({ number: on.number, deployment, before: on.live.id })),
    );
  return (
    <li className="flex flex-col gap-3 px-5 py-4">
      <div>
        <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base font-semibold">
          {name}
          {answers.map((on) => (
            <Badge key={on.id ?? 'link'} tone="success" dot>
              {t.answersOn(places([on.number]))}
            </Badge>
          ))}
        </h3>
        {version.note !== null && <p className="mt-1 max-w-160 break-words">{t.note(version.note)}</p>}
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-sm text-muted">
          <Author version={version} />
          {version.calls > 0 ? (
            <Link
              href={`/calls?days=all&flow=${flowId}&version=${version.id}`}
              aria-label={`${t.calls(version.calls)} – ${t.callsHint(version.number)}`}
            >
              {t.calls(version.calls)}
            </Link>
          ) : (
            <span>{t.calls(0)}</span>
          )}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <DrawingDeeds
          flowId={flowId}
          name={name}
          side={String(version.number)}
          canChange={canChange}
          draft={draft}
          fetchDocument={async () => (await settle(getVersion(version.id))).document}
        />
        {canChange && goBack.length > 0 && (
          <Button
            size="small"
            icon={<History />}
            aria-label={t.rollBackOne(name, places(goBack.map(({ on }) => on.number)))}
            isDisabled={rollBack.state.status === 'running'}
            onPress={putBack}
          >
            {t.rollBack}
          </Button>
        )}
      </div>
    </li>
  );
}

function Author({ version: { author, createdAt } }: { readonly version: FlowVersion }) {
  const t = useMessages(messages);
  const format = useFormat();
  const { person } = useWorkspace();
  const who =
    author === null
      ? t.deletedAccount
      : author === ''
        ? t.someoneGone
        : author === person.email
          ? t.you
          : author;
  return <span className="break-words">{t.by(format.dateTime(createdAt), who)}</span>;
}
