import { describe, expect, it } from 'vitest';
import { createMouth } from '../voice/speak.ts';
import { SpeechStandIn } from '../voice/testing/speech-stand-in.ts';
import { createReader, hasVoice, type ReadLine } from './reader.ts';

const LINES: readonly ReadLine[] = [
  { by: 'assistant', text: 'Bonjour.', seconds: 1 },
  { by: 'caller', text: 'Un rendez-vous.', seconds: 2 },
  { by: 'assistant', text: 'Au revoir.', seconds: 1 },
];
const voiceOf = (name: string, lang: string, localService: boolean) =>
  ({ name, lang, localService }) as SpeechSynthesisVoice;

/** A clock that goes on when the test says so. */
function handClock() {
  const tasks: { at: number; task: () => void }[] = [];
  let now = 0;
  return {
    after(milliseconds: number, task: () => void) {
      const one = { at: now + milliseconds, task };
      tasks.push(one);
      return () => void tasks.splice(tasks.indexOf(one), tasks.includes(one) ? 1 : 0);
    },
    pass(milliseconds: number) {
      const until = now + milliseconds;
      for (;;) {
        const next = tasks.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = next.at;
        tasks.splice(tasks.indexOf(next), 1);
        next.task();
      }
      now = until;
    },
  };
}

function reading(voices: SpeechSynthesisVoice[]) {
  const browser = new SpeechStandIn();
  browser.voices = voices;
  const clock = handClock();
  const voice = createMouth(browser);
  const reader = createReader({ voice, language: 'fr', lines: LINES, clock });
  const texts = () => browser.spoken.map(({ text }) => text);
  const where = () => `${reader.now().status} ${reader.now().at}`;
  return { browser, clock, voice, reader, texts, where };
}

const FRENCH = [voiceOf('Loin', 'fr-FR', false), voiceOf('Ici', 'fr-FR', true)];

describe('reading aloud', () => {
  it('reads line after line, in voices of the language, those of the device first', () => {
    const { browser, clock, voice, reader, texts, where } = reading([
      voiceOf('Daniel', 'en-GB', true),
      voiceOf('Québec', 'fr-CA', true),
      ...FRENCH,
    ]);
    expect(voice.voices('fr').map(({ name }) => name)).toEqual(['Ici', 'Québec', 'Loin']);
    expect(where()).toBe('stopped -1');
    reader.play();
    expect(texts()).toEqual(['Bonjour.']);
    browser.finish();
    clock.pass(400);
    expect(where()).toBe('playing 1');
    browser.finish();
    clock.pass(400);
    browser.finish();
    clock.pass(400);
    expect(texts()).toEqual(LINES.map(({ text }) => text));
    expect(where()).toBe('over 3');
    reader.play();
    expect(where()).toBe('playing 0');
  });

  it('pauses and goes on with the line that was cut off; stops; goes to the next one', () => {
    const { browser, clock, reader, texts, where } = reading(FRENCH);
    reader.play();
    browser.finish();
    clock.pass(400);
    reader.pause();
    clock.pass(60_000);
    expect(where()).toBe('paused 1');
    reader.play();
    expect(texts()).toEqual(['Bonjour.', 'Un rendez-vous.', 'Un rendez-vous.']);
    reader.next();
    expect(where()).toBe('playing 2');
    reader.stop();
    clock.pass(60_000);
    expect(where()).toBe('stopped -1');
    reader.next();
    expect(where()).toBe('paused 0');
  });

  it('begins the line again at another speed', () => {
    const { reader, texts } = reading(FRENCH);
    reader.play();
    reader.setSpeed(1.5);
    expect(texts()).toEqual(['Bonjour.', 'Bonjour.']);
    expect(reader.now().speed).toBe(1.5);
  });

  it('goes on in silence, at the pace of speech, where there is no voice for the language', () => {
    const { voice, clock, reader, texts, where } = reading([voiceOf('Daniel', 'en-GB', true)]);
    expect(hasVoice(voice, 'fr')).toBe(false);
    reader.play();
    clock.pass(900);
    expect(where()).toBe('playing 0');
    clock.pass(500);
    expect(where()).toBe('playing 1');
    clock.pass(60_000);
    expect(where()).toBe('over 3');
    expect(texts()).toEqual([]);
  });

  it('does not wait for ever for a voice that never ends', () => {
    const { clock, reader, where } = reading(FRENCH);
    reader.play();
    clock.pass(8_000);
    expect(where()).toBe('playing 0');
    clock.pass(2_000);
    expect(where()).toBe('playing 1');
  });
});
