/** What the call has collected, and the technical details folded away. */
import type { Call } from '../../data/calls.ts';
import type { FlowDocument, InformationId } from '../../flow/document.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { messages } from './messages.ts';

export interface CollectedProps {
  readonly call: Call;
  readonly document: FlowDocument | null;
}

export function Collected({ call, document }: CollectedProps) {
  const t = useMessages(messages);
  const entries = Object.entries(call.information).filter(([, value]) => value !== null && value !== '');
  return (
    <section className="rounded-card border border-line bg-canvas px-4 py-3">
      <h2 className="text-sm font-semibold">{t.information}</h2>
      {entries.length === 0 ? (
        <p className="mt-1 text-sm text-muted">{t.noInformation}</p>
      ) : (
        <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
          {entries.map(([id, value]) => (
            <div key={id} className="contents">
              <dt className="text-muted">{document?.information[id as InformationId]?.name ?? id}</dt>
              <dd className="font-medium break-words">{String(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

export function Technical({ call }: { readonly call: Call }) {
  const t = useMessages(messages);
  const format = useFormat();
  const facts = [
    [t.fields.id, call.id],
    [t.fields.status, t.statuses[call.status] ?? call.status],
    [t.fields.reason, call.endedReason],
    [t.fields.started, format.dateTime(call.startedAt)],
    [t.fields.ended, call.endedAt === null ? null : format.dateTime(call.endedAt)],
    [t.fields.cost, call.cost === null ? null : format.money(call.cost, 'USD')],
  ] as const;
  return (
    <Disclosure title={t.technical}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-xs">
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="font-mono break-all">{value}</dd>
            </div>
          ),
        )}
      </dl>
    </Disclosure>
  );
}
