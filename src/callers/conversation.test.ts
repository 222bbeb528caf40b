/** Conversations to read: those of the templates' callers, and those along drawn ways. */
import { describe, expect, it } from 'vitest';
import { rehearse } from '../command-line/rehearse.ts';
import { CALL_LANGUAGES, type NodeId } from '../flow/document.ts';
import { enumerateStraightWays } from '../flow/paths.ts';
import { registry } from '../kinds/registry.ts';
import { templates } from '../templates/registry.ts';
import { circumstancesFor } from './circumstances.ts';
import { conversationAlong } from './conversation.ts';
import { sampleConversation } from './sample.ts';
import { spokenSeconds, talkTime } from './talk-time.ts';

describe.each(templates)('$id', (template) => {
  describe.each(CALL_LANGUAGES)('in %s', (language) => {
    const document = template.build(language, { name: template.messages[language].place });
    const easy = template.callers.find(({ id }) => id === 'easy')!;
    const caller = {
      now: Date.parse(easy.at),
      lines: easy.lines[language],
      nobodyAnswers: easy.nobodyAnswers === true,
      reaches: easy.reaches,
    };
    const isActing = (id: NodeId) => registry.get(document.nodes[id]!.kind)?.family === 'act';

    it('its easy caller has a conversation to the end, and says every line', () => {
      const sample = sampleConversation(document, caller);
      expect(sample?.end).not.toBeNull();
      const heard = sample!.lines.filter(({ by }) => by === 'caller').map(({ text }) => text);
      expect(heard.map((line) => line.toLowerCase())).toEqual(
        easy.lines[language].map((line) => line.toLowerCase()),
      );
      expect(sample!.lines[0]!.by).toBe('assistant');
    });

    it('the sandbox goes the same way, up to where other systems answer', async () => {
      const sample = sampleConversation(document, caller)!;
      const played = await rehearse(document, caller.lines, caller);
      const visited = played.ok ? played.value.visited : [];
      const acts = sample.visited.findIndex(isActing);
      const same = acts < 0 ? sample.visited : sample.visited.slice(0, acts + 1);
      expect(visited.slice(0, same.length)).toEqual(same);
    });

    it('every way that a call can go is heard to its end', () => {
      const { ways } = enumerateStraightWays(document, registry, 60);
      const possible = ways.flatMap((way) => {
        const circumstances = way.end === 'end' ? circumstancesFor(document, way) : null;
        return circumstances ? [{ way, talk: conversationAlong(document, way, circumstances) }] : [];
      });
      expect(possible.length).toBeGreaterThan(0);
      for (const { way, talk } of possible) {
        expect(talk.visited).toEqual(way.steps.map(({ node }) => node));
        expect(talk.end).not.toBeNull();
        expect(talk.lines.every(({ text }) => text.trim() !== '' && !text.includes('{{'))).toBe(true);
      }
    });
  });
});

it('a caller whose lines lead nowhere has no conversation', () => {
  const document = templates[0]!.build('en', { name: 'Martin' });
  const caller = { now: 0, lines: ['I would like an appointment'], nobodyAnswers: false, reaches: '' };
  expect(sampleConversation(document, caller)).toBeNull();
});

it('more words take longer, and more minutes cost more', () => {
  expect(spokenSeconds('one two three', 'en')).toBeCloseTo(1.2);
  expect(spokenSeconds('06 12 34 56 78', 'fr')).toBeCloseTo((5 * 60) / 165);
  const document = templates[0]!.build('en', { name: 'Martin' });
  const line = { by: 'assistant', text: 'word '.repeat(150), node: 'answer' as NodeId } as const;
  const talk = { lines: [line], visited: ['answer' as NodeId], end: 'hung-up' } as const;
  expect(talkTime(document, talk)).toEqual({ seconds: 60, low: 0.07, high: 0.25 });
  const longer = talkTime(document, { ...talk, visited: ['answer', 'desk'] as NodeId[] });
  expect(longer.seconds).toBe(80);
  expect(longer.high).toBeGreaterThan(0.25);
});
