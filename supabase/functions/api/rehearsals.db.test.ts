/** Rehearsals through the Edge Function `api`, on a real database and the Vapi sandbox. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rehearsalAnswer } from '../../../src/publish/wire.ts';
import { codeOf } from '../../tests/functions/code-of.ts';
import {
  appointmentBooking,
  drawFlow,
  hireViewer,
  type Office,
  openOffice,
  type Worker,
} from '../../tests/functions/office.ts';

let office: Office;
let owner: Worker;
let stranger: Worker;
let viewer: Worker;
let flowId: string;

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
  stranger = await office.hire();
  viewer = await hireViewer(office, owner);
  flowId = await drawFlow(owner);
});

afterAll(() => office.close());

describe('rehearsals', () => {
  const rehearse = async (worker: Worker, body: object) => {
    const response = await office.ask(worker, 'POST', '/rehearsals', body);
    if (!response.ok) throw new Error(await response.text());
    return rehearsalAnswer.parse(await response.json());
  };

  it('begin with what the assistant says first, and light the steps', async () => {
    const first = await rehearse(owner, { flowId });
    expect(first).toMatchObject({ end: null, sandbox: true });
    expect(first.said.length).toBeGreaterThan(0);
    expect(first.visited.length).toBeGreaterThan(0);
    const nodes = Object.keys(appointmentBooking().nodes);
    for (const node of first.visited) expect(nodes).toContain(node);
    const second = await rehearse(owner, {
      flowId,
      previous: first.conversation,
      input: 'An appointment, please',
    });
    expect(second.said.length).toBeGreaterThan(0);
    expect(second.conversation).not.toBe(first.conversation);
  });

  it('speak French when the flow does', async () => {
    const french = await drawFlow(owner, appointmentBooking('fr'));
    const first = await rehearse(owner, { flowId: french });
    expect(first.said.map((line) => line.text).join(' ')).toMatch(/bonjour/i);
  });

  it('cannot be continued by another person, with another flow, or with a forged id', async () => {
    const { conversation } = await rehearse(owner, { flowId });
    if (conversation === null) throw new Error('the conversation is over already');
    expect(conversation.length).toBeLessThanOrEqual(100);
    const input = 'Hello';
    const theirs = await drawFlow(stranger);
    const other = await drawFlow(owner);
    const tries: [Worker, object][] = [
      [viewer, { flowId, previous: conversation, input }],
      [stranger, { flowId: theirs, previous: conversation, input }],
      [owner, { flowId: other, previous: conversation, input }],
      [owner, { flowId, previous: `${conversation.slice(0, -1)}-`, input }],
      [owner, { flowId, previous: conversation.split('.')[0], input }],
    ];
    for (const [worker, body] of tries) {
      expect(await codeOf(await office.ask(worker, 'POST', '/rehearsals', body))).toBe('404 not-found');
    }
  });

  it('are greeted by us where Vapi takes no empty input', async () => {
    office.interceptVapi(async (request, pass) => {
      const body = (await request.clone().json()) as { input: string };
      return body.input === ''
        ? Response.json({ message: ['input should not be empty'] }, { status: 400 })
        : pass();
    });
    try {
      const first = await rehearse(owner, { flowId });
      expect(first.said.length).toBe(1);
      expect(first.said[0]?.text).not.toMatch(/[{}]/);
      const second = await rehearse(owner, {
        flowId,
        previous: first.conversation,
        input: 'An appointment, please',
      });
      expect(second.said.length).toBeGreaterThan(0);
    } finally {
      office.interceptVapi(null);
    }
  });

  it('go by the pretended day, and begin where they are told', async () => {
    const document = appointmentBooking();
    const desk = Object.values(document.nodes).find(({ kind }) => kind === 'decide')!.id;
    const behind = async (now: number) => {
      const first = await rehearse(owner, { flowId, pretence: { now, from: desk } });
      if (first.visited.length > 1) return first.visited;
      const pretence = { now, from: desk };
      const next = await rehearse(owner, { flowId, previous: first.conversation, input: 'Hello.', pretence });
      return [...first.visited, ...next.visited];
    };
    const noon = await behind(Date.parse('2027-06-15T10:00:00Z'));
    const night = await behind(Date.parse('2027-06-13T22:00:00Z'));
    expect(noon[1]).toBe(desk);
    expect(night[1]).toBe(desk);
    expect(noon[2]).not.toBe(night[2]);
  });

  it('refuse what no rehearsal may pretend', async () => {
    for (const pretence of [{ caller: '06' }, { now: 'today' }, { known: { 'a b': 'c' } }, { prompt: 'x' }])
      expect(await codeOf(await office.ask(owner, 'POST', '/rehearsals', { flowId, pretence }))).toBe(
        '400 bad-request',
      );
  });

  it('of an empty drawing say that there is nothing to play', async () => {
    const empty = await drawFlow(owner, { format: 1, name: 'Empty', language: 'en', nodes: {}, edges: {} });
    expect(await codeOf(await office.ask(owner, 'POST', '/rehearsals', { flowId: empty }))).toBe(
      '422 flow-has-errors',
    );
  });
});
