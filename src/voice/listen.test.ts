import { expect, it } from 'vitest';
import { createEar } from './listen.ts';
import { SpeechStandIn } from './testing/speech-stand-in.ts';

it('does not listen where the browser cannot', async () => {
  const ear = createEar({});
  expect(ear.canListen).toBe(false);
  const { result, finish, cancel } = ear.listen('en', () => {});
  finish();
  cancel();
  expect(await result).toEqual({ ok: false, failure: 'unexpected' });
});

it('hears one utterance, and tells what it has understood so far', async () => {
  const browser = new SpeechStandIn();
  const parts: string[] = [];
  const { result, finish } = createEar(browser).listen('fr', (part) => parts.push(part));
  const ear = browser.ear!;
  expect([ear.lang, ear.isListening, ear.interimResults]).toEqual(['fr-FR', true, true]);
  ear.hear('un ');
  ear.hear('un rendez', '-vous ');
  finish();
  expect(parts).toEqual(['un', 'un rendez-vous']);
  expect(await result).toEqual({ ok: true, value: 'un rendez-vous' });
});

it.each([
  ['not-allowed', 'not-allowed'],
  ['service-not-allowed', 'not-allowed'],
  ['no-speech', 'nothing-heard'],
  ['audio-capture', 'no-microphone'],
  ['network', 'offline'],
  ['aborted', 'unexpected'],
])('says why it heard nothing: %s', async (error, failure) => {
  const browser = new SpeechStandIn();
  const { result } = createEar(browser).listen('en', () => {});
  browser.ear!.fail(error);
  expect(await result).toEqual({ ok: false, failure });
});

it('heard nothing when it was silent', async () => {
  const browser = new SpeechStandIn();
  const { result, finish } = createEar({ webkitSpeechRecognition: browser.SpeechRecognition }).listen(
    'en',
    () => {},
  );
  finish();
  expect(await result).toEqual({ ok: false, failure: 'nothing-heard' });
});
