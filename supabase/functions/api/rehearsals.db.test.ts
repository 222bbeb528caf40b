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

  it('tell which steps were left, by which way out and why', async () => {
    const document = appointmentBooking();
    const ofKind = (kind: string) => Object.values(document.nodes).find((node) => node.kind === kind)!;
    const wish = ofKind('understand');
    const { choices } = wish.data as { choices: { id: string; label: string }[] };
    const first = await rehearse(owner, { flowId });
    expect(first.path.map(({ node }) => node)).toEqual(first.visited);
    expect(first.path.at(-1)).toMatchObject({ node: wish.id, left: null });
    const turn = { flowId, previous: first.conversation, input: choices[0]!.label };
    const second = await rehearse(owner, turn);
    const chosen = second.path.find(({ node }) => node === wish.id);
    expect(chosen?.left).toEqual({
      exit: choices[0]!.id,
      because: { code: 'caller-chose', params: { choice: choices[0]!.label } },
      confidence: 'known',
    });
    // The same turn may be taken again, in other words.
    const other = await rehearse(owner, { ...turn, input: choices[1]!.label });
    expect(other.path.find(({ node }) => node === wish.id)?.left?.exit).toBe(choices[1]!.id);
  });

  it.each([
    ['2027-06-15T10:00:00Z', 'rule-held'],
    ['2027-06-13T22:00:00Z', 'rule-failed'],
  ])('tell what the calendar decided at %s', async (moment, code) => {
    const desk = Object.values(appointmentBooking().nodes).find(({ kind }) => kind === 'decide')!.id;
    const pretence = { now: Date.parse(moment), from: desk };
    let turn = await rehearse(owner, { flowId, pretence });
    if (!turn.path.some(({ node }) => node === desk))
      turn = await rehearse(owner, { flowId, previous: turn.conversation, input: 'Hello.', pretence });
    expect(turn.path.find(({ node }) => node === desk)?.left?.because.code).toBe(code);
  });

  it('tell that nobody answered where that is pretended', async () => {
    const document = appointmentBooking();
    const person = Object.values(document.nodes).find(({ kind }) => kind === 'transfer')!.id;
    const pretence = { from: person, outcomes: { [person]: 'no-answer' } };
    const first = await rehearse(owner, { flowId, pretence });
    const turn = await rehearse(owner, { flowId, previous: first.conversation, input: 'Hello.', pretence });
    expect(turn.path.find(({ node }) => node === person)?.left).toMatchObject({
      exit: 'no-answer',
      because: { code: 'nobody-answered' },
    });
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
