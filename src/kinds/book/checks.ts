/** What can be wrong with a booking. Pure. */
import type { FlowNode, HoursId, OpeningHours } from '../../flow/document.ts';
import type { Check } from '../../flow/kind.ts';
import type { Problem, Severity } from '../../flow/problem.ts';
import type { BookData } from './kind.ts';

/** Minutes beyond which a booking is long where no opening hours tell. */
const LONG = 240;

export const checks: readonly Check<BookData>[] = [
  {
    code: 'book/no-service',
    test: (node) =>
      node.data.service.trim() === '' ? [problem(node, 'no-service', 'error', 'service')] : [],
  },
  {
    code: 'book/hours-missing',
    test: (node, { document }) =>
      Object.hasOwn(document.hours, node.data.hours)
        ? []
        : [problem(node, 'hours-missing', 'error', 'hours')],
  },
  {
    code: 'book/calendar-removed',
    test: (node, { calendarNow }) => {
      const name = node.data.calendar?.trim() ?? '';
      return name !== '' && calendarNow?.(name) === null
        ? [problem(node, 'calendar-removed', 'warning', 'calendar', { name })]
        : [];
    },
  },
  {
    code: 'book/no-wish',
    test: (node) => (node.data.when === '' ? [problem(node, 'no-wish', 'error', 'when')] : []),
  },
  {
    code: 'book/long-duration',
    test: (node, { document }) => {
      const { minutes, hours } = node.data;
      const longest = Object.hasOwn(document.hours, hours)
        ? longestOpening(document.hours[hours as HoursId]!)
        : LONG;
      return minutes > longest
        ? [problem(node, 'long-duration', 'warning', 'minutes', { minutes, longest })]
        : [];
    },
  },
];

/** Minutes of the longest time that the place stays open; hours that never open tell nothing. */
function longestOpening(hours: OpeningHours): number {
  const lengths = hours.week.flat().map(({ from, to }) => to - from);
  return lengths.length === 0 ? LONG : Math.max(...lengths);
}

function problem(
  node: FlowNode<BookData>,
  code: string,
  severity: Severity,
  field: string,
  params: Problem['params'] = {},
): Problem {
  return { code: `book/${code}`, severity, at: { node: node.id, field }, params };
}
