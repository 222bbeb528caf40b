import { describe, expect, it } from 'vitest';
import { patient } from './patient.ts';
import { VirtualClock } from './testing/clock.ts';
import { FakeVapi, type Fate, NUMBER_ID } from './testing/fake-vapi.ts';
import { assistant } from './testing/payloads.ts';

function setUp(...fates: Fate[]) {
  const clock = new VirtualClock();
  const vapi = new FakeVapi(clock);
  vapi.fate = (_, index) => fates[index] ?? 'ok';
  return { clock, vapi, api: patient(vapi.api, clock, clock.now() + 60_000), started: clock.now() };
}

describe('a patient port', () => {
  it('reads again after lost requests and answers, a little later each time', async () => {
    const t = setUp('lost-request', 'lost-answer');
    expect(await t.api.getPhoneNumber(NUMBER_ID)).toMatchObject({ ok: true });
    expect(t.vapi.requests.length).toBe(3);
    expect(t.clock.now() - t.started).toBe(3 * 100 + 500 + 1000);
  });

  it('waits as long as Vapi asks', async () => {
    const t = setUp({ kind: 'limited', retryAfterSeconds: 7 });
    expect(await t.api.listSquads({})).toMatchObject({ ok: true });
    expect(t.clock.now() - t.started).toBe(2 * 100 + 7000);
  });

  it('gives up after six tries, at a refusal, and when the time is over', async () => {
    const lost = setUp(...Array.from({ length: 10 }, () => 'lost-request' as const));
    expect(await lost.api.getAssistant('x')).toMatchObject({ ok: false, failure: { kind: 'unknown' } });
    expect(lost.vapi.requests.length).toBe(6);
    const refused = setUp();
    expect(await refused.api.getAssistant('x')).toMatchObject({ failure: { status: 404 } });
    expect(refused.vapi.requests.length).toBe(1);
    const late = setUp({ kind: 'limited', retryAfterSeconds: 61 });
    expect(await late.api.getPhoneNumber(NUMBER_ID)).toMatchObject({ failure: { kind: 'limited' } });
    expect(late.vapi.requests.length).toBe(1);
  });

  it('never repeats a creation or a change', async () => {
    const t = setUp('lost-answer', 'lost-answer');
    expect(await t.api.createAssistant(assistant('One'))).toMatchObject({ ok: false });
    expect(await t.api.updatePhoneNumber(NUMBER_ID, { assistantId: null })).toMatchObject({ ok: false });
    expect(t.vapi.requests).toEqual(['createAssistant', 'updatePhoneNumber']);
  });
});
