/** Drawings of a few steps, written down step by step: for faults that were made as small as they could be. */
import type { CallLanguage, FlowDocument, HoursId, NodeId } from '../../../flow/document.ts';
import { registry } from '../../registry.ts';
import { drawFlow } from '../play-flow.ts';
import { HOURS } from './step-data.ts';

type Steps = Parameters<typeof drawFlow>[1];
type Information = Parameters<typeof drawFlow>[2];

export const made = (kind: string, data: object, to: Readonly<Record<string, string>> = {}) => ({
  kind,
  data: {
    ...(registry.get(kind)!.create({ language: 'en' as CallLanguage, hours: 'main' as HoursId }) as object),
    ...data,
  },
  to,
});
export const answer = (next: string) =>
  made('answer', { greeting: 'The shop.', disclosure: 'I am an automated assistant.' }, { next });
export const ask = (ids: readonly string[], to: Readonly<Record<string, string>>, optional = false) =>
  made(
    'ask',
    { question: 'Let us begin.', items: ids.map((information) => ({ information, optional })) },
    to,
  );
export const desk = (message: string, person: object, to: string, more: object = {}) =>
  made(
    'transfer',
    { message, people: [{ name: 'Desk', number: '+33199001234', ...person }], ...more },
    { 'no-answer': to },
  );
export const compare = (information: string, value: string) => ({
  match: 'all',
  name: '',
  rules: [{ type: 'compare', information, operator: 'is', value }],
});
export const calendar = (type: 'open' | 'holiday', hours: string) => ({
  match: 'all',
  name: '',
  rules: [{ type, hours, is: true }],
});

/** `apart`: steps in a section of their own. */
export function draw(
  steps: Steps,
  information: Information = {},
  apart: readonly string[] = [],
): FlowDocument {
  const document = drawFlow('en', steps, information);
  const nodes = Object.values(document.nodes).map((node) => [
    node.id,
    apart.includes(node.id) ? { ...node, section: 'part' as NodeId } : node,
  ]);
  const part = {
    id: 'part',
    kind: 'section',
    position: { x: 0, y: 0 },
    data: registry.get('section')!.create({ language: 'en' }),
  };
  return {
    ...document,
    hours: HOURS as unknown as FlowDocument['hours'],
    nodes: { ...Object.fromEntries(nodes), ...(apart.length > 0 ? { part } : {}) },
  } as FlowDocument;
}

export const bye = made('hang-up', { closing: 'Goodbye.' });

/** A question with two answers, and what follows each and anything else. */
export const choose = (to: Readonly<Record<'a' | 'b' | 'something-else', string>>, more: object = {}) =>
  made(
    'understand',
    {
      question: 'What is it?',
      choices: [
        { id: 'a', label: 'apples', examples: [] },
        { id: 'b', label: 'bread', examples: [] },
      ],
      ...more,
    },
    to,
  );
