/** Words of the list of calls, in English. */
import { pluralEn } from '../../i18n/plural.ts';

export const en = {
  title: 'Calls',
  period: 'Period',
  periods: { '7': '7 days', '30': '30 days', all: 'All' },
  outcome: 'Outcome',
  allOutcomes: 'All',
  flow: 'Flow',
  allFlows: 'All flows',
  when: 'When',
  caller: 'Caller',
  length: 'Length',
  cost: 'Cost',
  figures: {
    calls: 'Calls',
    served: 'Served to the end',
    length: 'Average length',
    cost: 'Cost',
  },
  none: '—',
  count: (count: number) => pluralEn(count, { one: '# call', other: '# calls' }),
  onDay: (day: string, calls: string) => `${day}: ${calls}`,
  chart: 'Calls a day',
  openCall: (when: string) => `Call of ${when}`,
  emptyTitle: 'No call yet',
  emptyText: 'Put a flow on a number and call it: you will see here what was said, and the way it took.',
  emptyAction: 'See the numbers',
  nothingTitle: 'No call found',
  nothingText: 'Choose a longer period, or show all calls.',
  showAll: 'Show all',
};
