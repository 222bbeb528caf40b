/** The publication against a server played here: blocked, changed in between, interrupted, taken up again. */
import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../lib/result.ts';
import type { DeploymentAnswer, PlanAnswer } from '../../publish/wire.ts';
import { createPublication, type PublicationPorts } from './publication.ts';

const plan: PlanAnswer = {
  revision: 3,
  creates: [{ kind: 'assistant', name: 'Desk' }],
  reuses: 0,
  number: { number: '+33180000000', label: 'Main', answersNow: null },
  schedule: null,
  effects: [],
  unchanged: false,
  warnings: 0,
  limits: [],
  version: { number: 2, isNew: true, before: null },
  secrecy: 'off' as const,
};
const at = (state: DeploymentAnswer['state'], done: number): DeploymentAnswer => ({
  id: 'run',
  numberId: 'number',
  purpose: 'flow',
  state,
  version: 2,
  steps: ['create-assistant', 'switch-number'].map((kind, index) => ({
    kind: kind as 'verify',
    name: kind,
    state: index < done ? 'done' : 'pending',
  })),
  error: null,
});

function setUp(changes: Partial<PublicationPorts> = {}) {
  const answers = [at('running', 1), at('live', 2)];
  let kept: string | null = null;
  const ports: PublicationPorts = {
    save: async () => true,
    hasErrors: () => false,
    plan: async () => succeed(plan),
    publish: async () => succeed(at('running', 0)),
    advance: async () => succeed(answers.shift() ?? at('live', 2)),
    find: async () => null,
    wait: async () => {},
    running: {
      read: () => kept,
      write: (id) => {
        kept = id;
      },
    },
    ...changes,
  };
  const publication = createPublication(ports);
  return { publication, status: () => publication.state.getState().status, kept: () => kept, ports };
}

describe('publication', () => {
  it('looks first, then does it step by step to the end', async () => {
    const t = setUp();
    const seen: string[] = [];
    t.publication.state.subscribe((state) => seen.push(state.status));
    await t.publication.open('number');
    expect(t.status()).toBe('planned');
    await t.publication.confirm();
    expect(seen).toEqual(['preparing', 'planned', 'preparing', 'running', 'running', 'live']);
    expect(t.kept()).toBeNull();
  });

  it.each([
    ['errors of the drawing', { hasErrors: () => true }, 'blocked'],
    ['errors that only the server found', { plan: async () => fail({ code: 'flow-has-errors' }) }, 'blocked'],
    ['unsaved work', { save: async () => false }, 'failed'],
  ] as const)('does not begin with %s', async (_, changes, status) => {
    const t = setUp(changes);
    await t.publication.open('number');
    expect(t.status()).toBe(status);
    await t.publication.confirm();
    expect(t.status()).toBe(status);
  });

  it('asks for a number first', async () => {
    const t = setUp();
    await t.publication.open(null);
    expect(t.status()).toBe('choosing');
  });

  it('looks again when the flow was changed between looking and doing', async () => {
    const t = setUp({ publish: async () => fail({ code: 'flow-changed' }) });
    await t.publication.open('number');
    await t.publication.confirm();
    expect(t.status()).toBe('planned');
  });

  it('goes on after the window was closed and opened again', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const t = setUp({ wait: () => held });
    await t.publication.open('number');
    const first = t.publication.confirm();
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    t.publication.close();
    expect(t.kept()).toBe('run');
    release();
    await first;
    await t.publication.open('number');
    expect([t.status(), t.kept()]).toEqual(['live', null]);
  });

  it('begins a new look with no word of what ended', async () => {
    const t = setUp({});
    await t.publication.open('number');
    await t.publication.confirm();
    expect(t.status()).toBe('live');
    t.publication.close();
    expect(t.status()).toBe('preparing');
  });

  it('shows a run that began while the window was closed and opened again', async () => {
    let begin = () => {};
    const held = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const t = setUp({});
    await t.publication.open('number');
    const starting = t.publication.take(async () => {
      await held;
      return succeed(at('running', 0));
    });
    t.publication.close();
    await t.publication.open('number');
    expect(t.status()).toBe('planned');
    begin();
    await starting;
    expect(t.status()).toBe('live');
  });

  it('bears a bad network for a while, then says so and keeps the run', async () => {
    const t = setUp({ advance: async () => fail({ code: 'offline' }) });
    await t.publication.open('number');
    await t.publication.confirm();
    expect([t.status(), t.kept()]).toEqual(['failed', 'run']);
  });

  it('follows a run that was begun elsewhere, and says why it did not begin', async () => {
    const t = setUp();
    await t.publication.open('number');
    await t.publication.take(async () => succeed(at('running', 0)));
    expect([t.status(), t.kept()]).toEqual(['live', null]);
    await t.publication.take(async () => fail({ code: 'version-not-possible' }));
    expect(t.publication.state.getState()).toMatchObject({
      status: 'failed',
      failure: { code: 'version-not-possible' },
    });
  });

  it('shows a run that was begun on another device, and one that came first while this one was looked at', async () => {
    let elsewhere: string | null = 'theirs';
    const asked: string[] = [];
    const t = setUp({
      find: async () => elsewhere,
      publish: async () => fail({ code: 'publication-running' }),
      advance: async (id) => {
        asked.push(id);
        elsewhere = null;
        return succeed(at('live', 2));
      },
    });
    await t.publication.open('number');
    expect([t.status(), asked]).toEqual(['live', ['theirs']]);
    await t.publication.open('number');
    expect(t.status()).toBe('planned');
    elsewhere = 'another';
    await t.publication.confirm();
    expect([t.status(), asked]).toEqual(['live', ['theirs', 'another']]);
    await t.publication.open('number');
    // On the same number, of another flow.
    await t.publication.confirm();
    expect(t.publication.state.getState()).toMatchObject({ failure: { code: 'publication-running' } });
  });

  it('keeps the note with the version', async () => {
    const notes: string[] = [];
    const t = setUp({
      publish: async (_number, _revision, note) => {
        notes.push(note);
        return succeed(at('live', 2));
      },
    });
    await t.publication.open('number');
    await t.publication.confirm('Open on Saturdays');
    expect(notes).toEqual(['Open on Saturdays']);
  });

  it('says why a run failed', async () => {
    const failed = { ...at('failed', 1), error: { code: 'vapi-refused', params: {} } };
    const t = setUp({ advance: async () => succeed(failed) });
    await t.publication.open('number');
    await t.publication.confirm();
    expect(t.publication.state.getState()).toMatchObject({
      status: 'failed',
      failure: { code: 'vapi-refused' },
    });
  });
});
