/** The meaning of the drawing, on the templates. */
import { describe, expect, it } from 'vitest';
import { simulateFlow } from '../kinds/registry.ts';
import { templates } from '../templates/registry.ts';
import { type CallerEvent, newSimulation } from './simulate.ts';

const booking = templates[0]!.build('fr', { name: 'Cabinet Martin' });
const restaurant = templates[1]!.build('en', { name: 'The Green Table' });
const MONDAY = Date.parse('2026-11-23T09:00:00Z');
const SUNDAY = Date.parse('2026-11-22T09:00:00Z');

function play(document: typeof booking, now: number, events: readonly CallerEvent[]) {
  let simulation = newSimulation(now);
  const said: string[] = [];
  for (const event of [{ type: 'call' } as const, ...events]) {
    const turn = simulateFlow(document, simulation, event);
    simulation = turn.simulation;
    said.push(...turn.said.map((one) => one.text));
  }
  return {
    visited: simulation.visited.map((visit) => visit.node),
    end: simulation.end,
    said,
    waitsAt: simulation.waitsAt,
    information: simulation.information,
  };
}

describe('rehearsing the drawing', () => {
  it('greets, discloses and asks', () => {
    const { said, waitsAt } = play(booking, MONDAY, []);
    expect(said).toEqual([
      'Cabinet Martin, bonjour. Je suis l’assistant vocal automatisé.',
      'Que puis-je faire pour vous ?',
    ]);
    expect(waitsAt).toBe('wish');
  });

  it('follows the caller to an end', () => {
    const played = play(booking, MONDAY, [
      { type: 'answer', exit: 'book' },
      { type: 'answer', exit: 'got-it', values: { patient: 'Zoé' } as never },
    ]);
    expect(played).toMatchObject({
      visited: ['answer', 'wish', 'details', 'booked'],
      end: 'hung-up',
      information: { patient: 'Zoé' },
    });
  });

  it.each([
    ['open on Monday', MONDAY, 'desk'],
    ['closed on Sunday', SUNDAY, 'note'],
  ])('%s', (_, now, expected) => {
    expect(play(booking, now, [{ type: 'answer', exit: 'person' }]).waitsAt).toBe(expected);
  });

  it.each([
    ['9', 'manager'],
    ['8', null],
  ])('%s guests', (guests, expected) => {
    const events: CallerEvent[] = [
      { type: 'answer', exit: 'table' },
      { type: 'answer', exit: 'got-it', values: { guests } as never },
    ];
    expect(play(restaurant, MONDAY, events).waitsAt).toBe(expected);
  });

  describe('at any time', () => {
    it('answers and puts the question again', () => {
      const { said, visited, waitsAt } = play(booking, MONDAY, [{ type: 'anytime', rule: 'robot' }]);
      expect(said.slice(2)).toEqual([
        'Oui, je suis un assistant vocal automatisé.',
        'Que puis-je faire pour vous ?',
      ]);
      expect([visited, waitsAt]).toEqual([['answer', 'wish'], 'wish']);
    });

    it('goes to the step of the rule', () => {
      const { visited, said, waitsAt } = play(booking, MONDAY, [
        { type: 'answer', exit: 'book' },
        { type: 'anytime', rule: 'wants-human' },
      ]);
      expect(visited).toEqual(['answer', 'wish', 'details', 'open', 'desk']);
      expect(said.slice(-2)).toEqual([
        'Je comprends, vous souhaitez parler à quelqu’un.',
        'Un instant, je vous passe le secrétariat.',
      ]);
      expect(waitsAt).toBe('desk');
    });

    it.each([
      ['reminds of a silence', 'silence', ['Vous êtes toujours là ?']],
      ['knows no rule that is off', 'angry', []],
    ] as const)('%s', (_, rule, expected) => {
      expect(play(booking, MONDAY, [{ type: 'anytime', rule }]).said.slice(2)).toEqual(expected);
    });
  });

  it('takes no notice of answers that nobody waits for', () => {
    expect(
      play(booking, MONDAY, [
        { type: 'answer', exit: 'nonsense' },
        { type: 'wait', milliseconds: -5 },
      ]).waitsAt,
    ).toBe('wish');
  });
});
