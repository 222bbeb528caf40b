/** Answering questions, played: what the compiled flow says to callers who ask well, otherwise, or about something else. */
import { describe, expect, it } from 'vitest';
import type { CallLanguage } from '../../flow/document.ts';
import { simulate } from '../../flow/simulate.ts';
import { checkFlow, registry } from '../registry.ts';
import { drawFlow, playFlow } from '../testing/play-flow.ts';
import type { InformData } from './kind.ts';

const FACTS = {
  fr: [
    {
      id: 'hours',
      question: 'Quels sont vos horaires ?',
      answer: 'Nous sommes ouverts de neuf heures à midi.',
    },
    { id: 'place', question: 'Où se trouve le cabinet ?', answer: 'Au 3 rue de la Paix, à Paris.' },
    { id: 'cards', question: 'Acceptez-vous la carte bancaire ?', answer: 'Oui, la carte et les espèces.' },
  ],
  en: [
    { id: 'hours', question: 'What are your opening hours?', answer: 'We are open from nine to noon.' },
    { id: 'place', question: 'Where is the office?', answer: 'At 3 Peace Street.' },
    { id: 'cards', question: 'Do you take credit cards?', answer: 'Yes, cards and cash.' },
  ],
};

const drawn = (language: CallLanguage, rest: Partial<InformData> = {}) =>
  drawFlow(language, {
    answer: {
      kind: 'answer',
      data: {
        greeting: language === 'fr' ? 'Bonjour.' : 'Hello.',
        disclosure: language === 'fr' ? 'Je suis un assistant automatique.' : 'I am an automated assistant.',
        assistantName: '',
      },
      to: { next: 'faq' },
    },
    faq: {
      kind: 'inform',
      data: {
        invitation: language === 'fr' ? 'Que souhaitez-vous savoir ?' : 'What would you like to know?',
        facts: FACTS[language],
        strictness: 'only-these',
        ...rest,
      },
      to: { satisfied: 'bye', 'could-not-answer': 'sorry' },
    },
    bye: { kind: 'hang-up', data: { closing: 'Bye.', outcome: '' } },
    sorry: { kind: 'hang-up', data: { closing: 'Sorry.', outcome: '' } },
  });

describe('in French', () => {
  const document = drawn('fr');
  it('is a step without problems', () =>
    expect(checkFlow(document).filter(({ at }) => at.node === 'faq')).toEqual([]));

  it('asks first, answers in any wording, and goes on when nothing more is wanted', async () => {
    const { turns, visited } = await playFlow(document, [
      'À quelle heure ouvrez-vous, quels horaires ?',
      'Et je peux payer par carte ?',
      'Non merci, c’est tout.',
    ]);
    expect(turns[0]!.join(' ')).toMatch(/assistant automatique.*Que souhaitez-vous savoir/);
    expect(turns[1]!.join(' ')).toMatch(/ouverts de neuf heures.*autre chose/);
    expect(turns[2]!.join(' ')).toContain('la carte et les espèces');
    expect(visited).toEqual(['answer', 'faq', 'bye']);
  });

  it('asks once what is meant, then takes the other way out, and invents nothing', async () => {
    const { turns, visited } = await playFlow(document, [
      'Faites-vous des vaccins contre la grippe ?',
      'Des vaccins !',
    ]);
    expect(turns[1]!.join(' ')).toContain('autrement');
    expect(visited).toEqual(['answer', 'faq', 'sorry']);
  });

  it('does not take a word in common for the question', async () => {
    const { visited } = await playFlow(document, ['Acceptez-vous les chiens ?', 'Les chiens, oui.']);
    expect(visited.at(-1)).toBe('sorry');
  });

  it('asks for the question when a yes announces it', async () => {
    const { turns } = await playFlow(document, ['Vos horaires ?', 'Oui', 'Où est le cabinet ?']);
    expect(turns[2]!.join(' ')).toContain('Que souhaitez-vous savoir');
    expect(turns[3]!.join(' ')).toContain('rue de la Paix');
  });
});

describe('in English', () => {
  it('answers, and goes on at thanks', async () => {
    const { turns, visited } = await playFlow(drawn('en'), ['Where is your office?', 'Thank you, bye.']);
    expect(turns[1]!.join(' ')).toMatch(/3 Peace Street.*anything else/);
    expect(visited).toEqual(['answer', 'faq', 'bye']);
  });

  it('does not keep somebody who wants to know nothing', async () => {
    expect((await playFlow(drawn('en'), ['Nothing, thanks.'])).visited.at(-1)).toBe('bye');
  });
});

describe('without a complete fact', () => {
  const document = drawn('fr', { facts: [{ id: 'a', question: 'Où ?', answer: '' }] });
  it('goes on at once, in the payload and in the drawing', async () => {
    expect((await playFlow(document, ['Allô ?'])).visited).toEqual(['answer', 'faq', 'sorry']);
    const { simulation } = simulate(
      document,
      registry,
      { waitsAt: null, exits: [], visited: [], information: {}, now: 0, end: null },
      { type: 'call' },
    );
    expect(simulation.visited.map(({ node }) => node)).toEqual(['answer', 'faq', 'sorry']);
  });
});

describe('a circle through it', () => {
  it('listens, so nobody talks for ever', () => {
    const document = drawn('fr');
    const edges = Object.values(document.edges).map((edge) =>
      edge.exit === 'could-not-answer' ? { ...edge, to: 'faq' } : edge,
    );
    const circling = { ...document, edges: Object.fromEntries(edges.map((edge) => [edge.id, edge])) };
    expect(checkFlow(circling as typeof document).map(({ code }) => code)).not.toContain(
      'circle-without-listening',
    );
  });
});
