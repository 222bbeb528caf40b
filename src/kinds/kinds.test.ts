/** What holds for every kind: its examples are of its own schema, and each of its checks is seen to find and to pass. */
import { describe, expect, it } from 'vitest';
import {
  emptyDocument,
  type FlowDocument,
  type FlowNode,
  type InformationId,
  type NodeId,
} from '../flow/document.ts';
import type { AnyKind } from '../flow/kind.ts';
import { kinds } from './registry.ts';

const id = 'n' as NodeId;
const document: FlowDocument = {
  ...emptyDocument('X', 'fr'),
  hours: {
    main: {
      id: 'main',
      name: 'Main',
      timeZone: 'Europe/Paris',
      week: [[], [], [], [], [], [], []],
      holidays: 'none',
      exceptions: [],
      shared: null,
    },
  } as unknown as FlowDocument['hours'],
  information: {
    phone: { id: 'phone', name: 'Téléphone', type: 'phone' },
    agreed: { id: 'agreed', name: 'Accord', type: 'yes-no' },
    room: { id: 'room', name: 'Salle', type: 'choice', choices: ['Bleue', 'bleue '] },
    only: { id: 'only', name: 'Formule', type: 'choice', choices: ['Midi', ' '] },
  } as unknown as FlowDocument['information'],
};
const knownBefore = new Set(['phone' as InformationId]);
const NO_FILES = new Set<string>();

const CONNECT = {
  label: 'X',
  method: 'GET',
  url: 'https://api.example.com/',
  headers: [],
  body: [],
  answers: [],
  timeoutSeconds: 5,
  say: '',
};

/** Data that each check must complain about, for checks that no example shows. */
const FAULTY: Readonly<Record<string, unknown>> = {
  'answer/no-greeting': { greeting: ' ', disclosure: 'Je suis un robot.', assistantName: '' },
  'ask/asked-twice': {
    question: '?',
    items: [
      { information: 'a', optional: false },
      { information: 'a', optional: true },
    ],
    readBack: false,
  },
  'ask/many-items': {
    question: '?',
    items: Array.from({ length: 9 }, (_, index) => ({ information: `i${index}`, optional: false })),
    readBack: false,
  },
  'ask/same-choices': {
    question: '?',
    items: [{ information: 'room', optional: false }],
    readBack: false,
  },
  'ask/only-choice': {
    question: '?',
    items: [{ information: 'only', optional: false }],
    readBack: false,
  },
  'ask/reads-back-yes': {
    question: '?',
    items: [{ information: 'agreed', optional: false }],
    readBack: true,
  },
  'ask/no-second-chance': {
    question: '?',
    items: [{ information: 'phone', optional: false }],
    readBack: true,
    retries: 0,
  },
  'understand/contradicting-examples': {
    question: '?',
    choices: [
      { id: 'a', label: 'annuler', examples: [], counterExamples: ['Annuler !', 'déplacer'] },
      { id: 'b', label: 'réserver', examples: [] },
    ],
  },
  'understand/unnamed-choice': {
    question: '?',
    choices: [
      { id: 'a', label: ' ', examples: [] },
      { id: 'b', label: 'B', examples: [] },
    ],
  },
  'understand/same-choice': {
    question: '?',
    choices: [
      { id: 'a', label: 'Oui', examples: [] },
      { id: 'b', label: 'oui ', examples: [] },
    ],
  },
  'transfer/bad-number': { message: '', people: [{ name: '', number: '12' }], tellWhy: false },
  'decide/hours-missing': {
    cases: [{ id: 'yes', name: '', match: 'all', rules: [{ type: 'open', hours: 'gone', is: true }] }],
  },
  'book/long-duration': {
    service: 'Bilan',
    minutes: 300,
    hours: 'main',
    buffer: 0,
    notice: 0,
    when: 'when',
    name: '',
    phone: '',
    confirmation: '',
  },
  'send/bad-address': { channel: 'sms', to: 'me', address: '12', subject: '', text: 'Bonjour' },
  'send/long-sms': { channel: 'sms', to: 'caller', address: '', subject: '', text: 'ê'.repeat(71) },
  'inform/empty-fact': {
    invitation: '?',
    facts: [{ id: 'a', question: 'Où êtes-vous ?', answer: ' ' }],
    strictness: 'only-these',
  },
  'inform/long-answer': {
    invitation: '?',
    facts: [{ id: 'a', question: 'Pourquoi ?', answer: 'a'.repeat(401) }],
    strictness: 'only-these',
  },
  'connect/bad-address': { ...CONNECT, url: 'https://{{phone}}.example.com/' },
  'connect/bad-header': { ...CONNECT, headers: [{ name: 'X-Key', value: 'secret:' }] },
  'connect/secret-in-text': {
    ...CONNECT,
    headers: [{ name: 'Authorization', value: 'Bearer 0123456789abcdef' }],
  },
  'connect/bad-path': { ...CONNECT, answers: [{ path: 'data..tier', information: 'phone' }] },
  'connect/unmapped-answer': { ...CONNECT, answers: [{ path: 'data.tier', information: '' }] },
  'understand/overlapping-choices': {
    question: '?',
    choices: [
      { id: 'a', label: 'prendre un rendez-vous', examples: ['un rendez-vous'] },
      { id: 'b', label: 'annuler', examples: ['mes rendez-vous'] },
    ],
  },
  'transfer/premium-number': { message: '', people: [{ name: '', number: '0899 12 34 56' }], tellWhy: false },
  'transfer/emergency-number': { message: '', people: [{ name: '', number: '1 12' }], tellWhy: false },
  'transfer/same-number': {
    message: '',
    people: [
      { name: '', number: '01 99 00 12 34' },
      { name: '', number: '+33199001234' },
    ],
    tellWhy: false,
  },
  'transfer/person-without-number': {
    message: '',
    people: [
      { name: 'Anna', number: '' },
      { name: 'Ben', number: '01 99 00 12 34' },
    ],
    tellWhy: false,
  },
  'transfer/hours-missing': {
    message: '',
    people: [{ name: 'Anna', number: '01 99 00 12 34', hours: 'gone' }],
    tellWhy: false,
  },
  'transfer/only-first-called': {
    message: '',
    people: [
      { name: 'Anna', number: '01 99 00 12 34' },
      { name: 'Ben', number: '01 99 00 56 78' },
    ],
    tellWhy: false,
  },
  'decide/wrong-type': {
    cases: [
      {
        id: 'yes',
        name: '',
        match: 'all',
        rules: [{ type: 'compare', information: 'phone', operator: 'more-than', value: '8' }],
      },
    ],
  },
  'decide/no-value': {
    cases: [
      {
        id: 'yes',
        name: '',
        match: 'all',
        rules: [{ type: 'compare', information: 'a', operator: 'is', value: '' }],
      },
    ],
  },
};

for (const kind of kinds as readonly AnyKind[])
  describe(kind.id, () => {
    const node = (data: unknown): FlowNode =>
      ({ id, kind: kind.id, position: { x: 0, y: 0 }, data }) as FlowNode;

    it('has examples, and new steps, of its own schema', () => {
      expect(Object.keys(kind.examples).length).toBeGreaterThanOrEqual(2);
      for (const data of [
        ...Object.values(kind.examples),
        kind.create({ language: 'fr' }),
        kind.create({ language: 'en' }),
      ])
        expect(kind.schema.safeParse(data).success).toBe(true);
      expect(
        kind.schema.safeParse({ ...(kind.create({ language: 'fr' }) as object), unknown: 1 }).success,
      ).toBe(false);
    });

    it('has distinct exits, every one left by its instruction', () => {
      for (const data of Object.values(kind.examples)) {
        const exits = kind.exits(data).map((exit) => exit.id);
        expect(new Set(exits).size).toBe(exits.length);
        const fragment = kind.lower(node(data), {
          document,
          language: 'fr',
          toolName: (purpose) => purpose,
          text: (sentence) => sentence,
        });
        const text = JSON.stringify(fragment.instruction);
        for (const target of text.matchAll(/"(?:to|refused|otherwise)":"([^"]+)"/g))
          expect(exits).toContain(target[1]);
      }
    });

    for (const check of kind.checks)
      it(`finds ${check.code}, and passes what is sound`, () => {
        const test = (data: unknown) =>
          check.test(node(data), { document, knownBefore, files: NO_FILES, calendarNow: () => null });
        const examples = Object.values(kind.examples);
        const found = [...examples, FAULTY[check.code]].filter((data) => data !== undefined).flatMap(test);
        expect(found.length).toBeGreaterThan(0);
        for (const problem of found) expect(problem.code).toBe(check.code);
        expect(examples.some((data) => test(data).length === 0)).toBe(true);
      });
  });
