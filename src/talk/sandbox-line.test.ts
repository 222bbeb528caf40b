/** The line to the sandbox. The browser's speech is a stand-in, and so is the conversation: it answers what a test gives it. */
import { describe, expect, it } from 'vitest';
import { createEar } from '../voice/listen.ts';
import { createMouth } from '../voice/speak.ts';
import { SpeechStandIn } from '../voice/testing/speech-stand-in.ts';
import type { TalkEvent } from './line.ts';
import { type Conversation, createSandboxLine, type Moment } from './sandbox-line.ts';

/** Answers in order; `end` after the last. */
function conversationOf(answers: readonly string[], isEnding = false) {
  let moment: Moment = {
    status: 'failed',
    turns: [{ id: 4, who: 'caller', text: 'before' }],
    current: 'old',
  };
  let listener = () => {};
  let ids = 4;
  const rest = [...answers];
  const told: string[] = [];
  const set = (change: Partial<Moment>) => {
    moment = { ...moment, ...change };
    listener();
  };
  const turn = (who: 'assistant' | 'caller', text: string) => ({ id: ++ids, who, text });
  const answer = async () => {
    const text = rest.shift();
    if (text === undefined) return set({ status: 'failed' });
    set({
      status: isEnding && rest.length === 0 ? 'ended' : 'listening',
      turns: [...moment.turns, turn('assistant', text)],
      current: `step ${answers.length - rest.length}`,
    });
  };
  const conversation: Conversation = {
    moment: () => moment,
    subscribe: (given) => {
      listener = given;
      return () => {
        listener = () => {};
      };
    },
    async start() {
      set({ status: 'starting', turns: [], current: null });
      await answer();
    },
    async say(text) {
      told.push(text);
      set({ status: 'thinking', turns: [...moment.turns, turn('caller', text)] });
      await answer();
    },
  };
  return { conversation, told };
}

/** Utterances end when a test says so; `waits` holds what was waited for. */
function open(answers: readonly string[], isEnding = false) {
  const browser = new SpeechStandIn();
  const ends: (() => void)[] = [];
  browser.speechSynthesis.speak = (utterance: SpeechSynthesisUtterance) => {
    browser.spoken.push({ text: utterance.text, lang: utterance.lang });
    ends.push(() => utterance.onend?.(new Event('end') as SpeechSynthesisEvent));
  };
  const waits: (() => void)[] = [];
  const heard: TalkEvent[] = [];
  const { conversation, told } = conversationOf(answers, isEnding);
  const line = createSandboxLine({
    conversation,
    mouth: createMouth(browser),
    ear: createEar(browser),
    language: 'fr',
    hear: (event) => heard.push(event),
    patience: (_milliseconds, then) => {
      waits.push(then);
      return () => waits.splice(waits.indexOf(then), 1);
    },
  });
  const spoken = () => {
    for (const end of ends.splice(0)) end();
  };
  return { browser, line, heard, told, spoken, waits };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the line to the sandbox', () => {
  it('begins anew, speaks, listens when it has finished, and says what it heard', async () => {
    const { browser, line, heard, told, spoken } = open(['Bonjour.', 'Très bien.']);
    await line.start();
    expect(browser.spoken).toEqual([{ text: 'Bonjour.', lang: 'fr-FR' }]);
    expect(browser.ear).toBeNull();
    spoken();
    expect(browser.ear!.isListening).toBe(true);
    browser.ear!.hear('un rendez');
    browser.ear!.hear('un rendez-vous');
    browser.ear!.stop();
    await settled();
    expect(told).toEqual(['un rendez-vous']);
    expect(browser.spoken.at(-1)).toEqual({ text: 'Très bien.', lang: 'fr-FR' });
    expect(heard).toEqual([
      { type: 'step', node: 'step 1' },
      { type: 'ready' },
      { type: 'said', who: 'assistant', text: 'Bonjour.', isFinal: true },
      { type: 'speaking', who: 'assistant', isSpeaking: true },
      { type: 'speaking', who: 'assistant', isSpeaking: false },
      { type: 'speaking', who: 'caller', isSpeaking: true },
      { type: 'said', who: 'caller', text: 'un rendez', isFinal: false },
      { type: 'said', who: 'caller', text: 'un rendez-vous', isFinal: false },
      { type: 'speaking', who: 'caller', isSpeaking: false },
      { type: 'said', who: 'caller', text: 'un rendez-vous', isFinal: true },
      { type: 'step', node: 'step 2' },
      { type: 'said', who: 'assistant', text: 'Très bien.', isFinal: true },
      { type: 'speaking', who: 'assistant', isSpeaking: true },
    ]);
  });

  it('ends once the last words were heard', async () => {
    const { line, heard, spoken } = open(['Au revoir.'], true);
    await line.start();
    expect(heard.at(-1)).toEqual({ type: 'speaking', who: 'assistant', isSpeaking: true });
    spoken();
    expect(heard.at(-1)).toEqual({ type: 'ended', reason: 'assistant' });
  });

  it('goes on in a browser whose voice never says that it has finished', async () => {
    const { browser, line, waits } = open(['Bonjour.']);
    await line.start();
    expect(browser.ear).toBeNull();
    waits[0]!();
    expect(browser.ear!.isListening).toBe(true);
  });

  it('muted hears nothing, and listens again afterwards', async () => {
    const { browser, line, told, spoken } = open(['Bonjour.', 'Oui ?']);
    await line.start();
    spoken();
    browser.ear!.hear('secret');
    const first = browser.ear!;
    line.setMuted(true);
    await settled();
    expect([first.isListening, told]).toEqual([false, []]);
    line.setMuted(false);
    expect(browser.ear).not.toBe(first);
    expect(browser.ear!.isListening).toBe(true);
  });

  it('listens again after silence, but not for ever', async () => {
    const { browser, line, heard, spoken } = open(['Bonjour.']);
    await line.start();
    spoken();
    for (let time = 0; time < 6; time += 1) {
      browser.ear!.fail('no-speech');
      await settled();
    }
    expect(heard.at(-1)).toEqual({ type: 'ended', reason: 'silence' });
    expect(browser.ear!.isListening).toBe(false);
  });

  it.each(['not-allowed', 'audio-capture', 'network'])('fails when it may not hear: %s', async (error) => {
    const { browser, line, heard, spoken } = open(['Bonjour.']);
    await line.start();
    spoken();
    browser.ear!.fail(error);
    await settled();
    expect(heard.at(-1)).toMatchObject({ type: 'failed' });
  });

  it('fails with the conversation', async () => {
    const { line, heard } = open([]);
    await line.start();
    expect(heard).toEqual([{ type: 'failed', failure: 'conversation' }]);
  });

  it('hung up is silent at once, and stays so', async () => {
    const { browser, line, heard, told, spoken } = open(['Bonjour.', 'Oui ?']);
    await line.start();
    spoken();
    const ear = browser.ear!;
    await line.hangUp();
    expect(heard.at(-1)).toEqual({ type: 'ended', reason: 'left' });
    expect(ear.isListening).toBe(false);
    await settled();
    const count = heard.length;
    spoken();
    await line.hangUp();
    line.setMuted(false);
    expect([heard.length, told, browser.ear]).toEqual([count, [], ear]);
  });
});
