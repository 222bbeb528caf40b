/** Which companies get something of the calls, what each gets and where; out of what is in service, and told when there is nothing. */
import { useQuery } from '@tanstack/react-query';
import type { ProcessorPart, ProcessorsAnswer } from '../../data/report.ts';
import { processorsQuery } from '../../data/report-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { companyName } from '../company-names.ts';
import { PageFailure } from '../page-failure.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

/** What is reached for real also from the sandbox. */
const OUTSIDE: ReadonlySet<ProcessorPart['role']> = new Set(['texts', 'mails', 'asks']);

export function ProcessorsCard() {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const processors = useQuery(processorsQuery(workspace.id));
  return (
    <Card title={t.processors}>
      <p className="mb-4 max-w-140 text-sm text-pretty text-muted">{t.processorsHint}</p>
      {processors.isPending && <Skeleton className="h-24 rounded-lg" />}
      {processors.isError && (
        <PageFailure error={processors.error} onRetry={() => void processors.refetch()} />
      )}
      {processors.data !== undefined && <Processors {...processors.data} />}
      <p className="mt-4 text-base">
        <Link href="/help/call">{t.processorsStory}</Link>
      </p>
    </Card>
  );
}

function Processors({ vapi, parts }: ProcessorsAnswer) {
  const t = useMessages(messages);
  const format = useFormat();
  const used = (flows: readonly string[]) => (flows.length === 0 ? '' : t.usedBy(format.list(flows)));
  // The line of a number that Vapi gave is Vapi's own.
  const others = parts.filter(({ role, name }) =>
    vapi === 'sandbox' ? OUTSIDE.has(role) : !(role === 'line' && name === 'vapi'),
  );
  if (vapi === 'sandbox' && others.length === 0) return <p className="text-base">{t.processorsSandbox}</p>;
  return (
    <ul aria-label={t.processors} className="divide-y divide-line">
      {vapi !== 'sandbox' && <Row name="Supabase" gets={t.gets.storage} where={t.whereStorage} />}
      {vapi !== 'none' && vapi !== 'sandbox' && (
        <Row name="Vapi" gets={t.gets.vapi} where={t.whereVapi[vapi]} />
      )}
      {others.map((part) => (
        <Row
          key={`${part.role} ${part.name}`}
          name={companyName(part.name)}
          gets={t.gets[part.role]}
          where={used(part.flows)}
        />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly name: string;
  readonly gets: string;
  readonly where: string;
}

function Row({ name, gets, where }: RowProps) {
  return (
    <li className="flex flex-col gap-x-4 gap-y-0.5 py-2.5 first:pt-0 last:pb-0 sm:flex-row">
      <span className="w-40 shrink-0 text-base font-medium wrap-anywhere">{name}</span>
      <span className="min-w-0 text-base">
        {gets}
        {where !== '' && <span className="block text-sm text-muted">{where}</span>}
      </span>
    </li>
  );
}
