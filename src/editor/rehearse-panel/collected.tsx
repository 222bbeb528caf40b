/** What the assistant has understood so far. */
import { useStore } from 'zustand';
import type { InformationId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { useDocumentState } from '../editor-context.ts';
import { rehearseMessages } from './messages.ts';
import type { Rehearsal } from './rehearsal.ts';

export function Collected({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const t = useMessages(rehearseMessages);
  const collected = useStore(rehearsal.state, (state) => state.information);
  const information = useDocumentState(({ document }) => document.information);
  const rows = Object.entries(collected).filter(([, value]) => value !== '');
  if (rows.length === 0)
    return (
      <p className="shrink-0 border-t border-line px-4 py-3 text-sm text-muted">
        <span className="font-medium">{t.information}</span>
        {` · ${t.nothingYet}`}
      </p>
    );
  return (
    <div className="max-h-48 shrink-0 overflow-y-auto border-t border-line px-4 py-2">
      <Disclosure defaultExpanded title={t.information}>
        <dl className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-3 gap-y-1 text-sm">
          {rows.map(([id, value]) => (
            <div key={id} className="contents">
              <dt className="truncate text-muted">{information[id as InformationId]?.name ?? id}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  );
}
