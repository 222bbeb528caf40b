/** Searches and narrows the list of flows. */
import type { ListedFlow } from '../../data/flows.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { FILTERS, type Filter, passes } from './flow-filters.ts';
import { messages } from './messages.ts';

interface FlowToolsProps {
  readonly flows: readonly ListedFlow[];
  readonly text: string;
  readonly filter: Filter;
  readonly onChange: (key: 'q' | 'show', value: string) => void;
}

export function FlowTools({ flows, text, filter, onChange }: FlowToolsProps) {
  const t = useMessages(messages);
  return (
    <>
      <SearchField
        label={t.search}
        value={text}
        onChange={(q) => onChange('q', q)}
        className="w-full sm:w-72"
      />
      <FilterChips
        label={t.show}
        chips={FILTERS.map((id) => ({
          id,
          label: t.filters[id],
          count: flows.filter((flow) => passes(flow, id)).length,
        }))}
        value={filter}
        onChange={(id) => onChange('show', id)}
      />
    </>
  );
}
