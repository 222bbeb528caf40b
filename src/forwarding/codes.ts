/**
 * The codes by which a telephone line is told to forward its calls, as data: each row with where it was read, and when. Pure; knows no
 * words of a screen. What is not certain says so: fixed lines have no code that every operator takes.
 */

export const FORWARDING_LINES = ['mobile', 'fixed'] as const;
export type ForwardingLine = (typeof FORWARDING_LINES)[number];

/** `unavailable`: whenever nobody can take the call, for any of the three reasons after it. */
export const FORWARDING_MODES = ['unavailable', 'always', 'no-answer', 'busy', 'unreachable'] as const;
export type ForwardingMode = (typeof FORWARDING_MODES)[number];

/** Whose lines they are; `other` stands for all that have no row of their own. Calling codes without a plus; empty: everywhere. */
export const OPERATORS = [
  { id: 'orange', country: '33' },
  { id: 'sfr', country: '33' },
  { id: 'bouygues', country: '33' },
  { id: 'free', country: '33' },
  { id: 'swisscom', country: '41' },
  { id: 'other', country: '' },
] as const;
export type OperatorId = (typeof OPERATORS)[number]['id'];

export interface Source {
  readonly id: 'gsm' | 'swisscom' | 'o2';
  readonly url: string;
  /** When it was read, ISO 8601. */
  readonly read: string;
}

/**
 * `standard`: what every network of this kind has to take. `operator`: the operator says so itself. `usual`: other networks have it, this
 * operator has to be asked. `unknown`: no code is known; the operator has to be asked.
 */
export type Certainty = 'standard' | 'operator' | 'usual' | 'unknown';

const GSM: Source = {
  // 3GPP TS 22.030, annex B, and TS 22.082.
  id: 'gsm',
  url: 'https://www.3gpp.org/dynareport/22030.htm',
  read: '2026-11-30',
};
const SWISSCOM: Source = {
  id: 'swisscom',
  url: 'http://www.swisscom.ch/en/res/hilfe/loesung/leiten-sie-ihre-anrufe-um-services-21-61-67.html',
  read: '2026-11-30',
};
const O2: Source = {
  id: 'o2',
  url: 'http://www.o2.cz/osobni/en/services-by-alphabet/59566-presmerovani_digi_linky.html',
  read: '2026-11-30',
};

interface Row {
  readonly operators: readonly OperatorId[];
  readonly line: ForwardingLine;
  readonly mode: ForwardingMode;
  /** The service code; null: none is known. */
  readonly service: string | null;
  readonly certainty: Certainty;
  readonly source: Source;
}

const EVERY = OPERATORS.map(({ id }) => id);
const NOT_SWISSCOM = EVERY.filter((id) => id !== 'swisscom');
const mobile = (mode: ForwardingMode, service: string): Row => ({
  operators: EVERY,
  line: 'mobile',
  mode,
  service,
  certainty: 'standard',
  source: GSM,
});
const swisscom = (mode: ForwardingMode, service: string): Row => ({
  operators: ['swisscom'],
  line: 'fixed',
  mode,
  service,
  certainty: 'operator',
  source: SWISSCOM,
});

export const FORWARDING_ROWS: readonly Row[] = [
  mobile('always', '21'),
  mobile('no-answer', '61'),
  mobile('unreachable', '62'),
  mobile('busy', '67'),
  mobile('unavailable', '004'),
  swisscom('always', '21'),
  swisscom('no-answer', '61'),
  swisscom('busy', '67'),
  {
    operators: NOT_SWISSCOM,
    line: 'fixed',
    mode: 'always',
    service: '21',
    certainty: 'usual',
    source: O2,
  },
  {
    operators: NOT_SWISSCOM,
    line: 'fixed',
    mode: 'no-answer',
    service: '61',
    certainty: 'usual',
    source: O2,
  },
  // 67 in some countries, 69 in others.
  { operators: NOT_SWISSCOM, line: 'fixed', mode: 'busy', service: null, certainty: 'unknown', source: O2 },
];

/** Seconds of ringing that a network takes (TS 22.030: 5 to 30). */
export const RING_SECONDS = [5, 10, 15, 20, 25, 30] as const;
export const USUAL_SECONDS = 20;

/** Whether the line is told for how long it rings first: mobile networks only. */
export function hasSeconds(line: ForwardingLine, mode: ForwardingMode): boolean {
  return line === 'mobile' && (mode === 'no-answer' || mode === 'unavailable');
}

/** The operators of a number's country, and `other`. `number` is E.164. */
export function operatorsOf(number: string): readonly OperatorId[] {
  return OPERATORS.filter(({ country }) => number.startsWith(`+${country}`)).map(({ id }) => id);
}

/** What a line of this kind can do, in the order of the list of modes. */
export function modesOf(operator: OperatorId, line: ForwardingLine): readonly ForwardingMode[] {
  return FORWARDING_MODES.filter((mode) => rowOf(operator, line, mode) !== undefined);
}

function rowOf(operator: OperatorId, line: ForwardingLine, mode: ForwardingMode): Row | undefined {
  return FORWARDING_ROWS.find(
    (row) => row.line === line && row.mode === mode && row.operators.includes(operator),
  );
}

export interface Wish {
  readonly operator: OperatorId;
  readonly line: ForwardingLine;
  readonly mode: ForwardingMode;
  /** How long it rings first; only where `hasSeconds`. */
  readonly seconds: number | null;
  /** E.164: whose calls are forwarded, and where to. */
  readonly from: string;
  readonly to: string;
}

export interface Codes {
  /** To be dialled; null where the operator has to be asked. */
  readonly on: string | null;
  readonly off: string | null;
  /** Asks the network whether it is on. */
  readonly ask: string | null;
  /** Takes every forwarding of the line back; null where no such code is known. */
  readonly allOff: string | null;
  readonly certainty: Certainty;
  readonly source: Source;
}

/** What to dial; null for a combination that does not exist. */
export function codesOf({ operator, line, mode, seconds, from, to }: Wish): Codes | null {
  const row = rowOf(operator, line, mode);
  if (!row) return null;
  const { service, certainty, source } = row;
  if (service === null) return { on: null, off: null, ask: null, allOff: null, certainty, source };
  if (line === 'fixed') {
    return {
      on: `*${service}*${dialledFrom(from, to)}#`,
      off: `#${service}#`,
      ask: `*#${service}#`,
      allOff: null,
      certainty,
      source,
    };
  }
  // 11 is telephony (annex C): messages and data stay as they are.
  const after = hasSeconds(line, mode) ? `*11*${seconds ?? USUAL_SECONDS}` : '';
  return {
    on: `**${service}*${to}${after}#`,
    off: `##${service}#`,
    // Groups cannot be asked for; what rings longest stands for them.
    ask: `*#${service === '004' ? '61' : service}#`,
    allOff: '##002#',
    certainty,
    source,
  };
}

/** What is dialled for one's own country, by its calling code; and the way out of it. */
const HOMES = [
  { code: '+33', inside: '0', outside: '00' },
  { code: '+41', inside: '0', outside: '00' },
  { code: '+1', inside: '1', outside: '011' },
] as const;

/** As dialled on a fixed line: from countries that are not known here, from abroad. */
export function dialledFrom(from: string, to: string): string {
  const home = HOMES.find(({ code }) => from.startsWith(code));
  if (home && to.startsWith(home.code)) return home.inside + to.slice(home.code.length);
  return (home?.outside ?? '00') + to.slice(1);
}

/** A link that opens the keypad of a telephone with the code on it. */
export function dialLink(code: string): string {
  return `tel:${code.replaceAll('#', '%23')}`;
}
