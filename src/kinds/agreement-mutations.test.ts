/**
 * The comparison of drawing and payload has teeth: mistakes that no look at a payload and no call in an English rehearsal
 * shows are caught by it, on a drawing with every kind or on generated ones. (Mistakes of English rehearsals:
 * `mutations.test.ts`.)
 */
import { writeSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { FlowDocument } from '../flow/document.ts';
import { type Builds, buildsOf, examine } from './testing/agreement/examine.ts';
import { soundFlow } from './testing/agreement/sound-flow.ts';
import { type Spoil, spoils } from './testing/agreement/spoils.ts';
import { everyKind } from './testing/every-kind.ts';
import { withConsent } from './testing/with-consent.ts';

/** Drawings with a place for a mistake that are looked at before it counts as missed. */
const MOST_PLACES = 12;
const GENERATED = 150;

function* subjects(): Generator<FlowDocument> {
  yield everyKind('fr');
  yield withConsent(everyKind('fr'));
  for (let seed = 1; seed <= GENERATED; seed += 1) {
    const document = soundFlow(seed);
    if (document.language === 'fr') yield document;
  }
}

const made = new Map<FlowDocument, Builds>();
const drawings: FlowDocument[] = [];
const source = subjects();
function drawingAt(index: number): FlowDocument | undefined {
  if (index === drawings.length) {
    const next = source.next();
    if (next.done) return undefined;
    drawings.push(next.value);
    made.set(next.value, buildsOf(next.value));
  }
  return drawings[index];
}

/** The builds with the mistake in them; null when none has a place for it. */
function spoilt({ spoil, published }: Spoil, builds: Builds): Builds | null {
  const copy = structuredClone(builds);
  const names = published ? (['published'] as const) : (['preview', 'warm', 'published'] as const);
  return names.map((name) => spoil(copy[name].payload)).some(Boolean) ? copy : null;
}

const caught = new Set<string>();

describe('what is compiled wrongly shows', () => {
  it.each(spoils.map((one) => [one.name, one] as const))('%s', { timeout: 120_000 }, async (name, one) => {
    let places = 0;
    for (let index = 0; places < MOST_PLACES; index += 1) {
      const document = drawingAt(index);
      if (!document) break;
      const builds = spoilt(one, made.get(document)!);
      if (!builds) continue;
      places += 1;
      const { difference } = await examine(document, builds, { most: 12, publishedOneIn: 1 });
      if (difference === null) continue;
      caught.add(name);
      return;
    }
    expect(places, 'there is a place for it').toBeGreaterThan(0);
    expect.fail(`not caught on ${places} drawings`);
  });

  it('has many mistakes, each once', () => {
    expect(new Set(spoils.map(({ name }) => name)).size).toBe(spoils.length);
    expect(spoils.length).toBeGreaterThanOrEqual(30);
  });
});

// Written past the reporter, which keeps quiet about tests that pass.
afterAll(
  () =>
    void writeSync(
      1,
      `mutations of French and published builds caught / made: ${caught.size} / ${spoils.length}\n`,
    ),
);
