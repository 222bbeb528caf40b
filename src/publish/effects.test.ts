import { describe, expect, it } from 'vitest';
import type { InformationId, NodeId } from '../flow/document.ts';
import type { StepEffect } from '../flow/effect.ts';
import type { Manifest } from '../flow/manifest.ts';
import { effectsOf } from './effects.ts';
import type { CompiledPayload } from './plan.ts';
import { assistant } from './testing/payloads.ts';

const body = assistant('Only');
const payloadWith = (...numbers: string[]): CompiledPayload => ({
  type: 'assistant',
  assistant: {
    ...body,
    model: {
      ...body.model,
      tools: [
        {
          type: 'transferCall',
          destinations: numbers.map((number) => ({ type: 'number', number })),
          messages: [],
        },
      ],
    },
  },
});
const NAME = { id: 'who' as InformationId, name: 'Name of the caller', type: 'name' as const };
const manifest = (effects?: readonly StepEffect[]): Manifest => ({
  format: 1,
  members: [],
  tools: [],
  information: [NAME],
  ...(effects ? { effects } : {}),
});
const dials = (node: string, value: string): StepEffect => ({
  kind: 'dials',
  to: { type: 'address', value },
  sends: [],
  node: node as NodeId,
});
const asks = (node: string, ...sends: string[]): StepEffect => ({
  kind: 'asks',
  to: { type: 'address', value: 'api.example.com' },
  sends: sends as InformationId[],
  node: node as NodeId,
});
const asDrawn = (name: string) => name;
const toldOf = (now: Manifest | null, ...effects: StepEffect[]) =>
  effectsOf(payloadWith(), manifest(effects), now, asDrawn).map(({ node, difference }) => [node, difference]);

describe('effectsOf', () => {
  it('names what goes along, and whom an information leads to', () => {
    const text: StepEffect = {
      kind: 'texts',
      to: { type: 'information', value: 'who' },
      sends: ['who' as InformationId],
      node: 'n1' as NodeId,
    };
    expect(effectsOf(payloadWith(), manifest([text]), null, asDrawn)).toEqual([
      {
        kind: 'texts',
        to: { type: 'information', name: NAME.name },
        sends: [NAME.name],
        node: 'n1',
        difference: null,
      },
    ]);
  });

  it('tells of a number once for each step that dials it', () => {
    const number = '+33142685300';
    const effects = [dials('n1', number), dials('n2', number)];
    expect(effectsOf(payloadWith(number), manifest(effects), null, asDrawn).map(({ node }) => node)).toEqual([
      'n1',
      'n2',
    ]);
  });

  it('tells of a number even when no step owns up to it', () => {
    const found = effectsOf(payloadWith('+33142685300', '+33142685301'), manifest(), null, asDrawn);
    expect(found.map(({ to }) => to.name)).toEqual(['+33142685300', '+33142685301']);
  });

  it('marks what is new, what sends something else, and what is gone', () => {
    const now = manifest([asks('n1'), dials('n2', '+33142685300'), asks('n4')]);
    expect(toldOf(now, asks('n1', 'who'), dials('n3', '+33142685300'), asks('n4'))).toEqual([
      ['n1', 'sends-other'],
      ['n3', 'new'],
      ['n4', null],
      ['n2', 'gone'],
    ]);
  });

  it('names calendars as they are called now, and compares by that', () => {
    const books = (node: string, value: string): StepEffect => ({
      kind: 'books',
      to: { type: 'calendar', value },
      sends: [],
      node: node as NodeId,
    });
    const calendarNow = (name: string) =>
      name === 'Dr Petit' ? null : name === 'Dr Roux' ? 'Dr Martin' : name;
    const told = (planned: readonly StepEffect[], serving: readonly StepEffect[]) =>
      effectsOf(payloadWith(), manifest(planned), manifest(serving), calendarNow).map(
        ({ to, difference }) => [to.name, difference],
      );
    const [roux, martin, petit] = ['Dr Roux', 'Dr Martin', 'Dr Petit'].map((name) => books('n1', name));
    expect(told([roux!], [roux!])).toEqual([['Dr Martin', null]]);
    expect(told([martin!], [roux!])).toEqual([['Dr Martin', null]]);
    expect(told([petit!], [roux!])).toEqual([
      ['Dr Petit', 'new'],
      ['Dr Martin', 'gone'],
    ]);
  });

  it('compares with nothing where nothing answers, or what answers never said what it does', () => {
    expect(toldOf(null, asks('n1'))).toEqual([['n1', null]]);
    expect(toldOf(manifest(), asks('n1'))).toEqual([['n1', null]]);
  });
});
