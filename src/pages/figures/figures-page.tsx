/** What calls add up to: a period beside the one before, by hour of the week, by flow and version. Counted by the server. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChartNoAxesColumn, Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { flowsQuery } from '../../data/queries.ts';
import type { ReportAnswer } from '../../data/report.ts';
import { reportQuery } from '../../data/report-queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { csvOf } from '../../lib/csv.ts';
import { useSearchParams } from '../../router/router.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CallsNav } from '../calls-nav.tsx';
import { PageFailure } from '../page-failure.tsx';
import { PageFrame } from '../page-frame.tsx';
import { saveFile } from '../save-file.ts';
import { useWorkspace } from '../workspace-context.ts';
import { BusyHours } from './busy-hours.tsx';
import { FigureCards } from './figure-cards.tsx';
import { messages } from './messages.ts';
import { PartsTable } from './parts-table.tsx';
import { reportRows } from './report-csv.ts';
import './figures.css';

const PERIODS = ['7', '30', '90'] as const;
const ALL = 'all';
const DAY = 86_400_000;
const LATER = 60_000;

export function FiguresPage() {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const [params, setParams] = useSearchParams();
  const period = PERIODS.find((known) => known === params.get('days')) ?? '30';
  const flow = params.get('flow') ?? ALL;
  // asked once: "today" does not move while the page is open
  const [today] = useState(() => new Date().setHours(0, 0, 0, 0));
  const [zone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const days = Number(period);
  const since = new Date(new Date(today - (days - 1) * DAY + DAY / 2).setHours(0, 0, 0, 0)).toISOString();
  const filter = flow === ALL ? {} : { flow };
  const report = useQuery({
    ...reportQuery({ workspaceId: workspace.id, filter, since, days, zone }),
    refetchInterval: LATER,
    placeholderData: keepPreviousData,
  });
  const flows = useQuery(flowsQuery(workspace.id));
  const flowNames = new Map(flows.data?.map(({ id, name }) => [id, name]));
  const change = (key: string, value: string) =>
    setParams(
      (known) => {
        const next = new URLSearchParams(known);
        if (value === ALL) next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  const isEmpty = report.data !== undefined && report.data.now.calls + report.data.before.calls === 0;
  return (
    <PageFrame title={t.title}>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          report.data !== undefined &&
          !isEmpty && (
            <div className="not-printed flex flex-wrap gap-2">
              <Button icon={<Printer aria-hidden />} onPress={() => print()}>
                {t.print}
              </Button>
              <SaveButton report={report.data} flowNames={flowNames} />
            </div>
          )
        }
      />
      <CallsNav />
      <div className="flex flex-wrap items-center gap-3">
        <SegmentedControl
          label={t.period}
          segments={PERIODS.map((id) => ({ id, label: t.periods[id] }))}
          value={period}
          onChange={(id) => change('days', id)}
        />
        {(flowNames.size > 1 || flow !== ALL) && (
          <Select
            label={t.flow}
            labelHidden
            options={[
              { id: ALL, label: t.allFlows },
              ...[...flowNames].map(([id, label]) => ({ id, label })),
            ]}
            value={flow}
            onChange={(id) => change('flow', id)}
            className="w-52 max-sm:w-full"
          />
        )}
      </div>
      {report.isPending && <Skeleton className="h-80 rounded-card" />}
      {report.isError && <PageFailure error={report.error} onRetry={() => void report.refetch()} />}
      {isEmpty && (
        <EmptyState
          icon={<ChartNoAxesColumn />}
          title={t.emptyTitle}
          action={
            <ButtonLink href="/numbers" variant="primary">
              {t.emptyAction}
            </ButtonLink>
          }
        >
          {t.emptyText}
        </EmptyState>
      )}
      {report.data !== undefined && !isEmpty && (
        <div className="figures-page flex flex-col gap-6">
          <FigureCards now={report.data.now} before={report.data.before} />
          <BusyHours hours={report.data.hours} />
          {report.data.parts.length > 0 && <PartsTable parts={report.data.parts} flowNames={flowNames} />}
        </div>
      )}
    </PageFrame>
  );
}

interface SaveButtonProps {
  readonly report: ReportAnswer;
  readonly flowNames: ReadonlyMap<string, string>;
}

function SaveButton({ report, flowNames }: SaveButtonProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const save = () => {
    const { cards } = t;
    const rows = reportRows(report, {
      header: [
        t.flow,
        t.version,
        cards.calls,
        t.compared,
        cards.answered,
        cards.goal,
        cards.transferred,
        t.seconds,
        t.costDollars,
      ],
      all: t.allTogether,
      flowName: (id) => (id === null ? undefined : flowNames.get(id)) ?? t.unknownFlow,
      number: (value) => (language === 'fr' ? String(value).replace('.', ',') : String(value)),
    });
    saveFile(`${t.exportFile}.csv`, 'text/csv', csvOf(rows, language === 'fr' ? ';' : ','));
  };
  return (
    <Button icon={<Download aria-hidden />} onPress={save}>
      {t.export}
    </Button>
  );
}
