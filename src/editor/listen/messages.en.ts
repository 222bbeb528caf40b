/** Words of listening to a way, in English. */
import { pluralEn } from '../../i18n/plural.ts';

export const en = {
  lead: 'Choose a way through the flow and hear it, caller and assistant.',
  search: 'Search the ways',
  ways: 'Ways through the flow',
  count: (count: number) => pluralEn(count, { one: '# way', other: '# ways' }),
  nothing: 'No way has these words.',
  cut: 'There are more than are listed.',
  more: (count: number) =>
    pluralEn(count, {
      one: 'One more: search to find it.',
      other: '# more: search to find them.',
    }),
  at: (step: string, exit: string) => (step.endsWith('?') ? `${step} ${exit}` : `${step}: ${exit}`),
  takenOver: (step: string) => `${step}: a person answers`,
  back: 'All ways',
  impossible:
    'The rules on this way contradict each other: no caller and no day can lead along it. It can be left as it is, or drawn differently.',
  lasts: (duration: string, low: string, high: string) =>
    `About ${duration} on the telephone, ${low} to ${high} a call.`,
  prices: (low: string, high: string, source: string, month: string) =>
    `An estimate: ${low} to ${high} a minute for everything together (${source}, ${month}). Your own contract counts.`,
};
