/** The way of a call as a drawing: numbered boxes and arrows with words, so that no colour is needed. The list below it says the same. */
import { ArrowDown, ArrowLeftRight, ArrowRight, ArrowUpDown } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { useMessages } from '../../../i18n/use-messages.ts';
import { companyName } from '../../company-names.ts';
import type { CallStory, Station, StationId } from './call-story.ts';
import { callMessages } from './messages.ts';

/** From the telephone to the exchange, and from there to the person; what is between stands around the exchange. */
const IN: readonly StationId[] = ['caller', 'line', 'vapi'];
const OUT: readonly StationId[] = ['storage', 'you'];

export function CallDrawing({ stations }: Pick<CallStory, 'stations'>) {
  const t = useMessages(callMessages);
  const of = (ids: readonly StationId[]) => stations.filter(({ id }) => ids.includes(id));
  const helpers = stations.filter(({ id }) => !IN.includes(id) && !OUT.includes(id));
  const named = stations.map(({ id, number }) => `${number}. ${t.stations[id]}`).join(', ');
  return (
    <figure
      role="img"
      aria-label={t.drawingText(named)}
      className="flex flex-col items-center gap-2 rounded-card border border-line bg-card p-4 text-sm sm:p-6"
    >
      <Band title={t.during}>
        <Row stations={of(IN)} arrow={<Across word={t.sound} />} />
        <Down icon={<ArrowUpDown />} word={t.asks} />
        <div className="flex w-full flex-wrap justify-center gap-2 rounded-card border border-dashed border-edge p-2.5">
          {helpers.map((station) => (
            <Box key={station.id} station={station} />
          ))}
        </div>
      </Band>
      <Down icon={<ArrowDown />} word={t.news} />
      <Band title={t.after}>
        <Row stations={of(OUT)} arrow={<Onward word={t.shows} />} />
      </Band>
    </figure>
  );
}

function Band({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="flex w-full flex-col items-center gap-2">
      <p className="self-start text-xs font-medium text-muted">{title}</p>
      {children}
    </div>
  );
}

function Row({ stations, arrow }: { readonly stations: readonly Station[]; readonly arrow: ReactNode }) {
  return (
    <div className="flex w-full flex-col items-center justify-center gap-2 sm:flex-row">
      {stations.map((station, index) => (
        <Fragment key={station.id}>
          {index > 0 && arrow}
          <Box station={station} />
        </Fragment>
      ))}
    </div>
  );
}

function Box({ station: { id, number, names } }: { readonly station: Station }) {
  const t = useMessages(callMessages);
  return (
    <div className="flex min-h-14 w-44 items-center gap-2.5 rounded-lg border-2 border-edge bg-card px-3 py-2 max-sm:w-full max-sm:max-w-70">
      <span className="grid size-6 shrink-0 place-items-center rounded-full border border-edge text-xs font-semibold">
        {number}
      </span>
      <span className="min-w-0">
        <span className="block font-semibold">{t.stations[id]}</span>
        {names.length > 0 && (
          <span className="block text-xs wrap-anywhere text-muted">{names.map(companyName).join(', ')}</span>
        )}
      </span>
    </div>
  );
}

function Across({ word }: { readonly word: string }) {
  return (
    <Arrow word={word}>
      <ArrowLeftRight className="max-sm:hidden" />
      <ArrowUpDown className="sm:hidden" />
    </Arrow>
  );
}

function Onward({ word }: { readonly word: string }) {
  return (
    <Arrow word={word}>
      <ArrowRight className="max-sm:hidden" />
      <ArrowDown className="sm:hidden" />
    </Arrow>
  );
}

function Arrow({ word, children }: { readonly word: string; readonly children: ReactNode }) {
  return (
    <span className="flex shrink-0 items-center gap-1.5 text-xs sm:flex-col sm:gap-0 [&_svg]:size-5">
      {children}
      {word}
    </span>
  );
}

function Down({ icon, word }: { readonly icon: ReactNode; readonly word: string }) {
  return (
    <span className="flex items-center gap-1.5 text-xs [&_svg]:size-5">
      {icon}
      {word}
    </span>
  );
}
