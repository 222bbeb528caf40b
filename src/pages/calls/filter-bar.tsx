/** What narrows the list of calls: period, words, flow and version, number, length, outcome. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { versionsQuery } from '../../data/call-queries.ts';
import { OUTCOMES } from '../../data/calls.ts';
import type { PhoneNumber } from '../../data/numbers.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { messages as pageMessages } from '../messages.ts';
import { ALL, type FilterControl, LENGTHS, type Length, PERIODS } from './call-filters.ts';
import { messages } from './messages.ts';

export interface FilterBarProps {
  readonly filters: FilterControl;
  /** Flow id → its name. */
  readonly flowNames: ReadonlyMap<string, string>;
  readonly numbers: readonly PhoneNumber[];
  /** Calls by outcome; undefined until they are counted. */
  readonly outcomes: Readonly<Record<string, number>> | undefined;
}

export function FilterBar({ filters, flowNames, numbers, outcomes }: FilterBarProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const { period, flow, number, length, change } = filters;
  const lengths: readonly (Length | typeof ALL)[] = [ALL, ...(Object.keys(LENGTHS) as Length[])];
  return (
    <div className="flex flex-wrap items-center gap-3">
      <SegmentedControl
        label={t.period}
        segments={PERIODS.map((id) => ({ id, label: t.periods[id] }))}
        value={period}
        onChange={(id) => change('period', id)}
      />
      <WordsField text={filters.text} onChange={(text) => change('text', text)} />
      <Select
        label={t.flow}
        labelHidden
        options={[{ id: ALL, label: t.allFlows }, ...[...flowNames].map(([id, label]) => ({ id, label }))]}
        value={flow}
        onChange={(id) => change('flow', id)}
        className="w-52 max-sm:w-full"
      />
      {flow !== ALL && <VersionSelect key={flow} filters={filters} />}
      {(numbers.length > 1 || number !== ALL) && (
        <Select
          label={t.number}
          labelHidden
          options={[
            { id: ALL, label: t.allNumbers },
            ...numbers.map((one) => ({ id: one.id, label: one.label || format.phone(one.number) })),
          ]}
          value={number}
          onChange={(id) => change('number', id)}
          className="w-52 max-sm:w-full"
        />
      )}
      <Select
        label={t.lengthFilter}
        labelHidden
        options={lengths.map((id) => ({ id, label: t.lengths[id] }))}
        value={length}
        onChange={(id) => change('length', id)}
        className="w-52 max-sm:w-full"
      />
      <Select
        label={t.hiddenFilter}
        labelHidden
        options={[
          { id: ALL, label: t.shown },
          { id: 'only', label: t.hidden },
        ]}
        value={filters.hidden}
        onChange={(id) => change('hidden', id)}
        className="w-40 max-sm:w-full"
      />
      <OutcomeChips filters={filters} outcomes={outcomes} />
    </div>
  );
}

/** Asked a moment after the last letter. */
const PAUSE = 350;

function WordsField({
  text,
  onChange,
}: {
  readonly text: string;
  readonly onChange: (text: string) => void;
}) {
  const t = useMessages(messages);
  const [typed, setTyped] = useState(text);
  // Back, or "show all", changes the address.
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed.trim() === text.trim()) return;
    const timer = setTimeout(() => onChange(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  });
  return (
    <SearchField
      label={t.search}
      placeholder={t.searchShort}
      value={typed}
      onChange={setTyped}
      className="w-72 max-sm:w-full"
    />
  );
}

function VersionSelect({ filters: { flow, version, change } }: { readonly filters: FilterControl }) {
  const t = useMessages(messages);
  const versions = useQuery(versionsQuery(flow));
  if ((versions.data?.length ?? 0) < 2 && version === ALL) return null;
  return (
    <Select
      label={t.version}
      labelHidden
      options={[
        { id: ALL, label: t.allVersions },
        ...(versions.data ?? []).map(({ id, number }) => ({ id, label: t.versionNumber(number) })),
      ]}
      value={version}
      onChange={(id) => change('version', id)}
      className="w-40 max-sm:w-full"
    />
  );
}

/** Only the endings that occur; no chips when there is nothing to choose. */
function OutcomeChips({
  filters: { outcome, change },
  outcomes = {},
}: Pick<FilterBarProps, 'filters' | 'outcomes'>) {
  const t = useMessages(messages);
  const shared = useMessages(pageMessages);
  const present = OUTCOMES.filter((id) => id === outcome || (outcomes[id] ?? 0) > 0);
  if (present.length < 2 && outcome === ALL) return null;
  return (
    <FilterChips
      label={t.outcome}
      chips={[
        { id: ALL, label: t.allOutcomes },
        ...present.map((id) => ({ id, label: shared.outcomes[id], count: outcomes[id] ?? 0 })),
      ]}
      value={outcome}
      onChange={(id) => change('outcome', id)}
    />
  );
}
