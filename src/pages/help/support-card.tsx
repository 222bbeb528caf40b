/** Whom to ask, and what to send along: nothing secret, and nothing of any call. */
import { useQuery } from '@tanstack/react-query';
import { flowsQuery } from '../../data/queries.ts';
import { peopleQuery } from '../../data/settings-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Card } from '../../ui/card.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

export function SupportCard() {
  const t = useMessages(messages);
  const format = useFormat();
  const { workspace, sandbox } = useWorkspace();
  const people = useQuery(peopleQuery(workspace.id));
  const flows = useQuery(flowsQuery(workspace.id));
  const isOwner = workspace.role === 'owner';
  const owners = (people.data?.members ?? [])
    .filter(({ role }) => role === 'owner')
    .map(({ email }) => email);
  const details = [
    t.details(`${workspace.name} (${workspace.id})`, flows.data?.length ?? 0),
    ...(sandbox ? [t.detailsSandbox] : []),
    t.detailsBrowser(navigator.userAgent),
  ].join('\n');
  return (
    <Card title={t.support}>
      <div className="flex flex-col gap-3 text-base text-pretty">
        {isOwner ? (
          <p>{t.supportOwner}</p>
        ) : (
          <>
            {owners.length > 0 && <p className="wrap-anywhere">{t.supportOwners(format.list(owners))}</p>}
            <p>{t.supportSite}</p>
          </>
        )}
        <p className="text-muted">{t.supportTell}</p>
        <p
          role="note"
          aria-label={t.detailsLabel}
          className="rounded-lg bg-sunken px-3 py-2 text-sm wrap-anywhere whitespace-pre-line"
        >
          {details}
        </p>
        <span>
          <CopyButton text={details} label={t.copyDetails} copied={t.copied} notCopied={t.notCopied} />
        </span>
      </div>
    </Card>
  );
}
