/**
 * The rehearsal proof has teeth: whatever mistake the compiler made, some test would notice. Each mutation spoils what a
 * drawing with every kind and the templates compile to; the first drawing and call that show it are enough.
 */
import { writeSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { Payload } from '../flow/compile/compile.ts';
import { templates } from '../templates/registry.ts';
import { everyKind } from './testing/every-kind.ts';
import { type Mutation, mutations } from './testing/mutations.ts';
import { callNets, lookNets, type Subject, subjectOf } from './testing/noticing.ts';

/** Calls take time: a mistake must show in one of the first drawings that have a place for it. */
const MOST_CALLED = 3;

const subjects = [
  everyKind('en'),
  ...templates.map((template) => template.build('en', { name: template.messages.en.place })),
].map(subjectOf);

const caught = new Map<string, string>();
/** The drawings to which callers have talked, to be sure that nothing is noticed of them unspoilt. */
const called = new Set<Subject>();

/** How many drawings have a place for the mistake, and what notices it first: a look at the payload, or a call. */
async function noticing({ mutate }: Mutation): Promise<{ places: number; by: string | null }> {
  const spoilt = subjects.flatMap((subject): { subject: Subject; payload: Payload }[] => {
    const payload = structuredClone(subject.payload);
    return mutate(payload) ? [{ subject, payload }] : [];
  });
  const places = spoilt.length;
  for (const [by, net] of Object.entries(lookNets))
    if (spoilt.some(({ subject, payload }) => net(subject, payload) !== null)) return { places, by };
  for (const { subject, payload } of spoilt.slice(0, MOST_CALLED)) {
    called.add(subject);
    for (const [by, net] of Object.entries(callNets))
      if ((await net(subject, payload)) !== null) return { places, by };
  }
  return { places, by: null };
}

describe('what is compiled wrongly is noticed', () => {
  it.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
    '%s',
    { timeout: 60_000 },
    async (name, mutation) => {
      const { places, by } = await noticing(mutation);
      expect(places, 'there is a place for it').toBeGreaterThan(0);
      expect(by, 'some test notices').not.toBeNull();
      caught.set(name, by!);
    },
  );

  it('has many mistakes, each once', () => {
    expect(new Set(mutations.map(({ name }) => name)).size).toBe(mutations.length);
    expect(mutations.length).toBeGreaterThanOrEqual(30);
  });
});

describe('what is compiled rightly is not', () => {
  it.each(subjects.map((subject) => [subject.document.name, subject] as const))(
    '%s',
    { timeout: 60_000 },
    async (_, subject) => {
      for (const [name, net] of Object.entries(lookNets))
        expect(net(subject, subject.payload), name).toBeNull();
      for (const [name, net] of called.has(subject) ? Object.entries(callNets) : [])
        expect(await net(subject, subject.payload), name).toBeNull();
    },
  );
});

afterAll(() => {
  const counts = [...Object.keys(lookNets), ...Object.keys(callNets)].map(
    (net) => `${net} ${[...caught.values()].filter((by) => by === net).length}`,
  );
  // Written past the reporter, which keeps quiet about tests that pass.
  writeSync(1, `mutations caught / made: ${caught.size} / ${mutations.length} (${counts.join(', ')})\n`);
});
