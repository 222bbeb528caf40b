/** What calls came to, through the templates: goals by ways out, by transfer and by a drawn end, and questions without an answer. */
import { describe, expect, it } from 'vitest';
import { compileFlow, findingsOfCall, traceCall } from '../kinds/registry.ts';
import { drawFlow } from '../kinds/testing/play-flow.ts';
import { templates } from '../templates/registry.ts';
import type { FlowDocument } from './document.ts';
import type { CallMessage } from './trace.ts';

const says = (text: string): CallMessage => ({ role: 'assistant', text });
const caller = (text: string): CallMessage => ({ role: 'caller', text });
const END: CallMessage = { role: 'tool-call', tool: 'endCall', arguments: {} };

function findings(document: FlowDocument, messages: readonly CallMessage[]) {
  const { manifest } = compileFlow(document, { mode: 'publish' });
  return findingsOfCall(document, traceCall(document, manifest, messages), messages);
}

const faq = drawFlow('fr', {
  answer: {
    kind: 'answer',
    data: { greeting: 'Bonjour.', disclosure: 'Je suis un assistant automatique.', assistantName: '' },
    to: { next: 'faq' },
  },
  faq: {
    kind: 'inform',
    data: {
      invitation: 'Que souhaitez-vous savoir ?',
      facts: [{ id: 'hours', question: 'Quels sont vos horaires ?', answer: 'De neuf heures à midi.' }],
      strictness: 'only-these',
    },
    to: { satisfied: 'bye', 'could-not-answer': 'sorry' },
  },
  bye: { kind: 'hang-up', data: { closing: 'Bonne journée, au revoir.', outcome: '' } },
  sorry: { kind: 'hang-up', data: { closing: 'Désolé, nous vous rappellerons.', outcome: '' } },
});
const OPENING = says('Bonjour. Je suis un assistant automatique. Que souhaitez-vous savoir ?');
const SORRY = [says('Désolé, nous vous rappellerons.'), END];

describe('a question without an answer', () => {
  it.each<[string, readonly string[], string]>([
    [
      'as it was asked',
      ['Faites-vous des vaccins contre la grippe ?'],
      'Faites-vous des vaccins contre la grippe ?',
    ],
    [
      'not the short word that repeats it',
      ['Faites-vous des vaccins contre la grippe ?', 'Des vaccins !'],
      'Faites-vous des vaccins contre la grippe ?',
    ],
    [
      'not the one that had an answer before it',
      ['Quels sont vos horaires ?', 'Acceptez-vous les chiens ?'],
      'Acceptez-vous les chiens ?',
    ],
    ['the longer one of two that do not read like one', ['Les chiens, alors', 'Oui'], 'Les chiens, alors'],
  ])('is told %s', (_name, said, question) => {
    const found = findings(faq, [OPENING, ...said.flatMap((text) => [caller(text), says('Hm.')]), ...SORRY]);
    expect(found).toEqual({ reachedGoal: false, questions: [{ node: 'faq', question }] });
  });

  it('is not made up where nothing was said', () => {
    expect(findings(faq, [OPENING, ...SORRY]).questions).toEqual([]);
  });

  it('is none where the caller had all answers', () => {
    const found = findings(faq, [
      OPENING,
      caller('Quels sont vos horaires ?'),
      says('De neuf heures à midi. Autre chose ?'),
      caller('Non merci'),
      says('Bonne journée, au revoir.'),
      END,
    ]);
    expect(found).toEqual({ reachedGoal: true, questions: [] });
  });
});

describe('a goal', () => {
  const booking = templates
    .find(({ id }) => id === 'appointment-booking')!
    .build('fr', { name: 'Cabinet Martin' });
  const greeting = says(
    'Cabinet Martin, bonjour. Je suis l’assistant vocal automatisé. Que puis-je faire pour vous ?',
  );
  const name = says('Très bien. À quel nom, s’il vous plaît ?');

  it('is reached at a drawn end with what was asked for', () => {
    const messages = [
      greeting,
      caller('Je voudrais un rendez-vous'),
      name,
      caller('Zoé Durand'),
      says('Merci, votre demande est notée. Nous vous rappelons pour confirmer. Au revoir.'),
      END,
    ];
    expect(findings(booking, messages).reachedGoal).toBe(true);
  });

  it('is not reached by who goes away before', () => {
    expect(findings(booking, [greeting, caller('Je voudrais un rendez-vous'), name]).reachedGoal).toBe(false);
    expect(findings(booking, []).reachedGoal).toBe(false);
  });
});
