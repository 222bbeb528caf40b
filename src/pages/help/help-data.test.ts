/** What becomes of a call is told from the settings of a workspace; the list of licences is read as the build writes it. */
import { describe, expect, it } from 'vitest';
import type { Privacy } from '../../data/privacy.ts';
import type { ProcessorsAnswer } from '../../data/report.ts';
import { callStory } from './call/call-story.ts';
import { readLicences } from './licences.ts';

const privacy: Privacy = {
  keepWords: 30,
  keepInformation: 90,
  keepCalls: 365,
  countries: ['FR'],
  hides: ['card', 'iban'],
  secrecy: false,
};
const processors: ProcessorsAnswer = {
  vapi: 'eu',
  parts: [
    { role: 'line', name: 'twilio', flows: ['A'] },
    { role: 'model', name: 'openai', flows: ['A', 'B'] },
    { role: 'voice', name: 'azure', flows: ['A'] },
    { role: 'transcriber', name: 'deepgram', flows: ['A'] },
    { role: 'asks', name: 'api.example.com', flows: ['A'] },
  ],
};
const served = [
  { name: 'A', isRecorded: true },
  { name: 'A', isRecorded: true },
  { name: 'B', isRecorded: false },
];

describe('the story of a call', () => {
  it('names who gets something of it, in the order of a call, and what is kept how long', () => {
    const story = callStory({ privacy, processors, served });
    expect(story.stations.map(({ number, id, names }) => [number, id, names.join()])).toEqual([
      [1, 'caller', ''],
      [2, 'line', 'twilio'],
      [3, 'vapi', 'vapi'],
      [4, 'transcriber', 'deepgram'],
      [5, 'model', 'openai'],
      [6, 'asks', 'api.example.com'],
      [7, 'voice', 'azure'],
      [8, 'storage', 'Supabase'],
      [9, 'you', ''],
    ]);
    expect(story.kept).toEqual({ words: 30, information: 90, calls: 365, recorded: ['A'], hidden: 2 });
    expect(story).toMatchObject({ place: 'eu', isServing: true, isSecret: false });
  });

  it('under professional secrecy keeps no words and no sound, whatever is drawn', () => {
    const { kept, isSecret } = callStory({ privacy: { ...privacy, secrecy: true }, processors, served });
    expect([kept.words, kept.recorded, isSecret]).toEqual([null, [], true]);
  });

  it('of the sandbox names nobody but what is really asked outside', () => {
    const { stations } = callStory({ privacy, processors: { ...processors, vapi: 'sandbox' }, served });
    expect(stations.filter(({ names }) => names.length > 0).map(({ id }) => id)).toEqual(['asks']);
  });

  it('before anything answers shows the way that a call would go', () => {
    const story = callStory({ privacy, processors: { vapi: 'none', parts: [] }, served: [] });
    expect(story.isServing).toBe(false);
    expect(story.stations.map(({ id }) => id)).toEqual([
      'caller',
      'line',
      'vapi',
      'transcriber',
      'model',
      'voice',
      'storage',
      'you',
    ]);
  });
});

describe('the list of licences', () => {
  it('is read piece by piece', () => {
    const file =
      '# Licenses\n\nThe app bundles:\n\n## @a/b - 1.2.3 (MIT)\n\nMIT License\n\n## c - 4.0.0 (BSD-2-Clause OR ISC)\n\nText\nof c\n';
    expect(readLicences(file)).toEqual([
      { name: '@a/b', version: '1.2.3', licence: 'MIT', text: 'MIT License' },
      { name: 'c', version: '4.0.0', licence: 'BSD-2-Clause OR ISC', text: 'Text\nof c' },
    ]);
  });

  it('is not made of the page that a server gives for what it has not', () => {
    expect(readLicences('<!doctype html><html lang="en"></html>')).toBeNull();
  });
});
