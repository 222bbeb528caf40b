/** The functions' log: one JSON line per happening, with a closed list of fields. Never bodies, keys, numbers or words. */

export interface LogLine {
  readonly function: 'api' | 'vapi-webhook' | 'runtime' | 'calendar' | 'cron';
  readonly event: string;
  readonly method?: string;
  /** The pattern, not the address: addresses contain ids. */
  readonly route?: string;
  readonly status?: number;
  readonly code?: string;
  /** Name and SQLSTATE of an error; its message may contain a person's data. */
  readonly error?: string;
  /** Where in our code an unexpected error was thrown. */
  readonly at?: string;
  readonly count?: number;
  /** What is wrong with a setting, by its name: `sayFault`. */
  readonly problem?: string;
}

export type Log = (line: LogLine) => void;

/** Whatever else an object may carry is not printed. */
const FIELDS: Readonly<Record<keyof LogLine, true>> = {
  function: true,
  event: true,
  method: true,
  route: true,
  status: true,
  code: true,
  error: true,
  at: true,
  count: true,
  problem: true,
};

export const logToConsole: Log = (line) => console.log(JSON.stringify(line, Object.keys(FIELDS)));

/** What may be told of an error. */
export function describeError(error: unknown): { error: string; at: string } {
  if (!(error instanceof Error)) return { error: typeof error, at: '' };
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const places = frames.slice(0, 3).map((line) => line.trim().replace(/^at /, ''));
  return { error: `${error.name}${code}`, at: places.join(' < ') };
}
