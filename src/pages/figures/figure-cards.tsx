/** The six sums of a period, each with its share and what it was before: told in signs and words, never by colour alone. */
import type { Figures } from '../../data/report.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { messages } from './messages.ts';

export interface FigureCardsProps {
  readonly now: Figures;
  readonly before: Figures;
}

export function FigureCards({ now, before }: FigureCardsProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const minutes = ({ seconds }: Figures) => Math.round(seconds / 60);
  const money = (value: number) => format.money(value, 'USD');
  const share = (value: number) => (now.calls === 0 ? undefined : t.share(format.percent(value / now.calls)));
  const cards = [
    { name: t.cards.calls, now: now.calls, before: before.calls },
    { name: t.cards.answered, now: now.answered, before: before.answered, share: share(now.answered) },
    { name: t.cards.goal, now: now.goal, before: before.goal, share: share(now.goal) },
    {
      name: t.cards.transferred,
      now: now.transferred,
      before: before.transferred,
      share: share(now.transferred),
    },
    { name: t.cards.minutes, now: minutes(now), before: minutes(before) },
    { name: t.cards.cost, now: now.cost, before: before.cost, words: money },
  ];
  return (
    <>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line shadow-card sm:grid-cols-3">
        {cards.map((card) => (
          <div key={card.name} className="bg-card px-5 py-4">
            <dt className="text-sm text-muted">{card.name}</dt>
            <dd className="mt-1 text-lg font-semibold tracking-[-0.01em] tabular-nums">
              {card.now === null ? t.none : (card.words ?? format.number)(card.now)}
            </dd>
            {card.share !== undefined && <dd className="text-sm tabular-nums">{card.share}</dd>}
            <dd className="mt-0.5 text-xs text-muted tabular-nums">
              <Change now={card.now ?? 0} before={card.before ?? 0} words={card.words ?? format.number} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="-mt-3 max-w-180 text-xs text-pretty text-muted">{t.goalHint}</p>
    </>
  );
}

interface ChangeProps {
  readonly now: number;
  readonly before: number;
  readonly words: (value: number) => string;
}

function Change({ now, before, words }: ChangeProps) {
  const t = useMessages(messages);
  const difference = now - before;
  if (words(Math.abs(difference)) === words(0)) return t.same;
  return (
    <>
      {(difference > 0 ? t.more : t.less)(words(Math.abs(difference)))}
      {' · '}
      {t.before(words(before))}
    </>
  );
}
