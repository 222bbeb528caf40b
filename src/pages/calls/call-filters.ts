/** The filters of the list of calls, as they stand in the address bar. Knows no component. */
import { type CallFilter, OUTCOMES, type Outcome } from '../../data/calls.ts';
import { useSearchParams } from '../../router/router.tsx';

export const PERIODS = ['7', '30', '90', 'all'] as const;
export type Period = (typeof PERIODS)[number];

/** Of a call, in seconds: at least, and less than. */
export const LENGTHS = {
  short: { shorter: 30 },
  medium: { longer: 30, shorter: 120 },
  long: { longer: 120, shorter: 300 },
  longest: { longer: 300 },
} as const;
export type Length = keyof typeof LENGTHS;

export const ALL = 'all';
const DAY = 86_400_000;

export interface Filters {
  readonly period: Period;
  readonly flow: string;
  readonly version: string;
  readonly number: string;
  readonly outcome: Outcome | typeof ALL;
  readonly length: Length | typeof ALL;
  /** Those that were hidden, instead of the others. */
  readonly hidden: 'only' | typeof ALL;
  readonly text: string;
}

const KEYS = {
  period: 'days',
  flow: 'flow',
  version: 'version',
  number: 'number',
  outcome: 'outcome',
  length: 'length',
  hidden: 'hidden',
  text: 'q',
} as const;

export function filtersFrom(params: URLSearchParams): Filters {
  const flow = params.get('flow') ?? ALL;
  return {
    period: PERIODS.find((known) => known === params.get('days')) ?? '30',
    flow,
    // Versions are those of one flow.
    version: flow === ALL ? ALL : (params.get('version') ?? ALL),
    number: params.get('number') ?? ALL,
    outcome: OUTCOMES.find((known) => known === params.get('outcome')) ?? ALL,
    length: (Object.keys(LENGTHS) as Length[]).find((known) => known === params.get('length')) ?? ALL,
    hidden: params.get('hidden') === 'only' ? 'only' : ALL,
    text: params.get('q') ?? '',
  };
}

export interface FilterControl extends Filters {
  readonly change: (key: keyof Filters, value: string) => void;
  /** All calls there ever were. */
  readonly clear: () => void;
}

export function useFilters(): FilterControl {
  const [params, setParams] = useSearchParams();
  const change = (key: keyof Filters, value: string) =>
    setParams(
      (known) => {
        const next = new URLSearchParams(known);
        if (key !== 'period' && (value === ALL || value === '')) next.delete(KEYS[key]);
        else next.set(KEYS[key], value);
        if (key === 'flow') next.delete('version');
        return next;
      },
      { replace: true },
    );
  return {
    ...filtersFrom(params),
    change,
    clear: () => setParams({ days: ALL }, { replace: true }),
  };
}

/** Begins at a local midnight, so that the question to the server stays the same for a day. Pure in `now`. */
export function sinceOf(period: Period, now: number): string | undefined {
  if (period === ALL) return undefined;
  return new Date(new Date(now - (Number(period) - 1) * DAY).setHours(0, 0, 0, 0)).toISOString();
}

/** As the server wants it. Pure. */
export function callFilterOf(filters: Filters, since: string | undefined): CallFilter {
  const { flow, version, number, outcome, length, hidden, text } = filters;
  const words = text.trim();
  return {
    ...(since === undefined ? {} : { since }),
    ...(flow === ALL ? {} : { flow }),
    ...(version === ALL ? {} : { version }),
    ...(number === ALL ? {} : { number }),
    ...(outcome === ALL ? {} : { outcome }),
    ...(length === ALL ? {} : LENGTHS[length]),
    ...(hidden === ALL ? {} : { hidden }),
    ...(words === '' ? {} : { text: words }),
  };
}
