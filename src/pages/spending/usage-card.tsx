/** What was used this month, beside the limit if there is one. */
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { UsageAnswer } from '../../publish/workspace-wire.ts';
import { Banner } from '../../ui/banner.tsx';
import { Card } from '../../ui/card.tsx';
import { Progress } from '../../ui/progress.tsx';
import { messages } from './messages.ts';

export function UsageCard({ usage }: { readonly usage: UsageAnswer }) {
  const t = useMessages(messages);
  const format = useFormat();
  const language = useLanguage();
  const { limit, diverted, isPast } = usage;
  const month = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const minutes = format.number(Math.ceil(usage.minutes));
  const dollars = format.money(usage.dollars, 'USD');
  const numbers = format.list(diverted.map((number) => format.phone(number)));
  return (
    <Card title={t.month(month.format(new Date(`${usage.month}-01`)))}>
      {isPast && (
        <Banner tone="warning" className="mb-4">
          {t.isPast} {diverted.length > 0 ? t.diverted(numbers) : t.notYetDiverted}
        </Banner>
      )}
      {!isPast && diverted.length > 0 && <Banner className="mb-4">{t.stillDiverted(numbers)}</Banner>}
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3">
        <Figure
          name={t.minutes}
          value={limit?.unit === 'minutes' ? t.ofLimit(minutes, format.number(limit.most)) : minutes}
        />
        <Figure
          name={t.dollars}
          value={limit?.unit === 'dollars' ? t.ofLimit(dollars, format.money(limit.most, 'USD')) : dollars}
        />
        <Figure name={t.calls} value={format.number(usage.calls)} />
      </dl>
      {limit !== null && (
        <Progress
          className="mt-4"
          label={t.limit}
          value={Math.min(
            100,
            ((limit.unit === 'minutes' ? usage.minutes : usage.dollars) / limit.most) * 100,
          )}
        />
      )}
      <p className="mt-4 text-sm text-muted">
        {limit === null && `${t.noLimit} `}
        {t.counted}
      </p>
    </Card>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="text-lg font-semibold tabular-nums">{value}</dd>
    </div>
  );
}
