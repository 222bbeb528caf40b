/** All calls of the filter as a file for spreadsheets, not only those on the page. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { callsQuery } from '../../data/call-queries.ts';
import { type Call, type CallFilter, type CallPlace, MOST_CALLS } from '../../data/calls.ts';
import type { ListedFlow } from '../../data/flows.ts';
import type { PhoneNumber } from '../../data/numbers.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { csvOf } from '../../lib/csv.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/toast.tsx';
import { messages as pageMessages } from '../messages.ts';
import { saveFile } from '../save-file.ts';
import { type CallTable, callRows } from './calls-csv.ts';
import { messages } from './messages.ts';

/** A spreadsheet of more is of no use, and the browser holds all of it. */
const MOST_EXPORTED = 20_000;

export interface ExportButtonProps {
  readonly workspaceId: string;
  readonly filter: CallFilter;
  readonly flows: readonly ListedFlow[];
  readonly numbers: readonly PhoneNumber[];
}

export function ExportButton({ workspaceId, filter, flows, numbers }: ExportButtonProps) {
  const t = useMessages(messages);
  const shared = useMessages(pageMessages);
  const format = useFormat();
  const language = useLanguage();
  const queries = useQueryClient();
  const [fetched, setFetched] = useState(0);
  const table: CallTable = {
    header: [t.when, t.caller, t.number, t.flow, t.outcome, t.seconds, t.costDollars],
    flows: new Map(flows.map((flow) => [flow.id, { name: flow.name, information: namesIn(flow.document) }])),
    numbers: new Map(numbers.map(({ id, number }) => [id, number])),
    browserCaller: shared.browserCaller,
    outcome: (outcome) => (outcome === null ? '' : shared.outcomes[outcome]),
    when: (moment) => sortable(new Date(moment)),
    number: (value) => (language === 'fr' ? String(value).replace('.', ',') : String(value)),
  };
  const save = useMutation({
    mutationFn: async () => {
      const calls: Call[] = [];
      let after: CallPlace | null | undefined;
      do {
        const page = await queries.fetchQuery({
          ...callsQuery(workspaceId, filter, MOST_CALLS, after ?? undefined),
          gcTime: 0,
          staleTime: 0,
        });
        calls.push(...page.calls);
        setFetched(calls.length);
        after = page.next;
      } while (after && calls.length < MOST_EXPORTED);
      saveFile(
        `${t.exportFile}.csv`,
        'text/csv',
        csvOf(callRows(calls, table), language === 'fr' ? ';' : ','),
      );
      return { count: calls.length, isCut: after !== null };
    },
    onSuccess: ({ count, isCut }) =>
      notify({
        tone: isCut ? 'neutral' : 'success',
        text: (isCut ? t.exportCut : t.exported)(format.number(count)),
      }),
    onError: () => notify({ tone: 'danger', text: t.exportFailed }),
    onSettled: () => setFetched(0),
  });
  return (
    <Button icon={<Download aria-hidden />} isPending={save.isPending} onPress={() => save.mutate()}>
      {save.isPending && fetched > 0 ? t.exporting(format.number(fetched)) : t.export}
    </Button>
  );
}

interface Drawn {
  readonly information?: Readonly<Record<string, { readonly name?: unknown } | undefined>>;
}

/** Information id → its name, from a drawing as stored. */
function namesIn(document: unknown): Record<string, string> {
  const { information = {} } = (document ?? {}) as Drawn;
  return Object.fromEntries(
    Object.entries(information).flatMap(([id, one]) =>
      typeof one?.name === 'string' ? [[id, one.name]] : [],
    ),
  );
}

/** `2026-11-30 14:05` of local clocks: a spreadsheet sorts it. */
function sortable(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
