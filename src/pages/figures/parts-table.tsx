/** The same sums for each flow and version. */
import type { ReportPart } from '../../data/report.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Card } from '../../ui/card.tsx';
import { messages } from './messages.ts';
import { Wide } from './wide.tsx';

export interface PartsTableProps {
  readonly parts: readonly ReportPart[];
  /** Flow id → its name. */
  readonly flowNames: ReadonlyMap<string, string>;
}

const CELL = 'px-3 py-2 text-right whitespace-nowrap tabular-nums';

export function PartsTable({ parts, flowNames }: PartsTableProps) {
  const t = useMessages(messages);
  const format = useFormat();
  return (
    <Card title={t.parts} flush>
      <Wide label={t.parts}>
        <table className="w-full text-base">
          <caption className="sr-only">{t.parts}</caption>
          <thead>
            <tr className="border-b border-line text-sm text-muted">
              <th scope="col" className="px-5 py-2 text-left font-medium">
                {t.flow}
              </th>
              {[
                t.cards.calls,
                t.compared,
                t.cards.answered,
                t.cards.goal,
                t.cards.transferred,
                t.cards.minutes,
                t.cards.cost,
              ].map((name) => (
                <th key={name} scope="col" className={`${CELL} font-medium`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {parts.map(({ flow, version, now, before }) => (
              <tr key={`${flow} ${version}`}>
                <th scope="row" className="min-w-44 px-5 py-2 text-left font-normal">
                  {(flow === null ? undefined : flowNames.get(flow)) ?? t.unknownFlow}
                  {version !== null && (
                    <span className="block text-xs text-muted">{t.versionNumber(version)}</span>
                  )}
                </th>
                <td className={CELL}>{format.number(now.calls)}</td>
                <td className={`${CELL} text-muted`}>{format.number(before?.calls ?? 0)}</td>
                <td className={CELL}>{format.percent(now.answered / now.calls)}</td>
                <td className={CELL}>{format.percent(now.goal / now.calls)}</td>
                <td className={CELL}>{format.percent(now.transferred / now.calls)}</td>
                <td className={CELL}>{format.number(Math.round(now.seconds / 60))}</td>
                <td className={CELL}>{now.cost === null ? t.none : format.money(now.cost, 'USD')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Card>
  );
}
