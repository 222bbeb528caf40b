/** For tests only: lists of calls as the function `api` answers them, from the calls that a test gives. Only some filters; the real ones are tested on Postgres. */
import type { CallsRequest, ListedCall, SumsAnswer } from '../../publish/calls-wire.ts';
import type { FakeBackend } from './fake-backend.ts';

export function listedCall(number: number, more: Partial<ListedCall> = {}): ListedCall {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    flowId: null,
    versionId: null,
    numberId: null,
    caller: '+33612345678',
    status: 'ended',
    endedReason: null,
    startedAt: new Date(Date.now() - number * 60_000).toISOString(),
    endedAt: new Date(Date.now() - number * 60_000 + 65_000).toISOString(),
    outcome: 'completed',
    information: {},
    path: [],
    cost: 0.05,
    ...more,
  };
}

export function answerCalls(backend: FakeBackend, calls: readonly ListedCall[]): void {
  backend.answer(({ path, body }) => {
    const route = /\/api\/calls\/(list|sums)$/.exec(path)?.[1];
    if (route === undefined) return undefined;
    const { filter, size, after } = body as CallsRequest;
    const found = calls.filter(
      (call) =>
        (filter.outcome === undefined || call.outcome === filter.outcome) &&
        (filter.flow === undefined || call.flowId === filter.flow) &&
        (filter.running === undefined || (call.status !== 'ended') === filter.running) &&
        (filter.text === undefined || JSON.stringify(call.information).includes(filter.text)),
    );
    if (route === 'sums') return { json: sumsOf(found) };
    const first = after === undefined ? 0 : found.findIndex(({ id }) => id === after.id) + 1;
    const page = found.slice(first, first + size);
    const last = page.at(-1);
    const next = last && first + size < found.length ? { at: last.startedAt, id: last.id } : null;
    return { json: { calls: page, next } };
  });
}

function sumsOf(calls: readonly ListedCall[]): SumsAnswer {
  const ended = calls.filter(({ status }) => status === 'ended');
  const outcomes: Record<string, number> = {};
  for (const { outcome } of calls) if (outcome) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return {
    calls: calls.length,
    ended: ended.length,
    served: calls.filter(({ outcome }) => outcome === 'completed' || outcome === 'transferred').length,
    transferred: outcomes.transferred ?? 0,
    seconds: ended.length * 65,
    cost: calls.length * 0.05,
    outcomes,
    days: {},
    hours: calls.length === 0 ? {} : { 9: calls.length },
  };
}
