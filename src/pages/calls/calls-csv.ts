/** Calls as rows of a table, with a column for everything that was collected. Pure; its words come as arguments. */
import type { Call } from '../../data/calls.ts';
import { BROWSER_CALLER } from '../../publish/browser-caller.ts';
import { lengthOf } from '../call-times.ts';

export interface CallTable {
  /** Of the columns that every call has. */
  readonly header: readonly string[];
  readonly flows: ReadonlyMap<
    string,
    { readonly name: string; readonly information: Readonly<Record<string, string>> }
  >;
  /** Number id → the number. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Of callers who have no number. */
  readonly browserCaller: string;
  readonly outcome: (outcome: Call['outcome']) => string;
  readonly when: (moment: string) => string;
  readonly number: (value: number) => string;
}

export function callRows(calls: readonly Call[], table: CallTable): string[][] {
  const collected = [...new Set(calls.flatMap(({ information }) => Object.keys(information)))];
  const nameOf = (id: string) =>
    [...table.flows.values()].map(({ information }) => information[id]).find((name) => name) ?? id;
  const rows = calls.map((call) => {
    const length = lengthOf(call);
    return [
      table.when(call.startedAt),
      call.caller === BROWSER_CALLER ? table.browserCaller : (call.caller ?? ''),
      (call.numberId && table.numbers.get(call.numberId)) || '',
      (call.flowId && table.flows.get(call.flowId)?.name) || '',
      table.outcome(call.outcome),
      length === null ? '' : String(Math.round(length / 1000)),
      call.cost === null ? '' : table.number(call.cost),
      ...collected.map((id) => written(call.information[id])),
    ];
  });
  return [[...table.header, ...collected.map(nameOf)], ...rows];
}

function written(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
