import { describe, expect, it } from 'vitest';
import { SpeechStandIn } from './testing/speech-stand-in.ts';
import { createVoice } from './voice.ts';

describe('a voice', () => {
  it('is not there where the browser brings none', async () => {
    const voice = createVoice({});
    expect([voice.canSpeak, voice.canListen]).toEqual([false, false]);
    voice.speak(['Hello'], 'en');
    voice.silence();
    const { result, finish, cancel } = voice.listen('en', () => {});
    finish();
    cancel();
    expect(await result).toEqual({ ok: false, failure: 'unexpected' });
  });

  it('reads aloud in the language of the call, in order', () => {
    const browser = new SpeechStandIn();
    createVoice(browser).speak(['Bonjour.', 'Oui ?'], 'fr');
    createVoice(browser).speak(['Hello.'], 'en');
    expect(browser.spoken).toEqual([
      { text: 'Bonjour.', lang: 'fr-FR' },
      { text: 'Oui ?', lang: 'fr-FR' },
      { text: 'Hello.', lang: 'en-GB' },
    ]);
  });

  it('hears one utterance, and tells what it has understood so far', async () => {
    const browser = new SpeechStandIn();
    const parts: string[] = [];
    const { result, finish } = createVoice(browser).listen('fr', (part) => parts.push(part));
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
    const { result } = createVoice(browser).listen('en', () => {});
    browser.ear!.fail(error);
    expect(await result).toEqual({ ok: false, failure });
  });

  it('heard nothing when it was silent', async () => {
    const browser = new SpeechStandIn();
    const { result, finish } = createVoice({ webkitSpeechRecognition: browser.SpeechRecognition }).listen(
      'en',
      () => {},
    );
    finish();
    expect(await result).toEqual({ ok: false, failure: 'nothing-heard' });
  });

  it('reads in a manner: by the voice of that name, or by another one, higher or slower', () => {
    const spoken: { voice?: string; lang: string; pitch?: number; rate?: number }[] = [];
    let end: (() => void) | null = null;
    const voiceOf = (name: string, lang: string) => ({ name, lang }) as SpeechSynthesisVoice;
    const read = (voices: readonly SpeechSynthesisVoice[], onEnd?: () => void) => {
      class Utterance {
        lang = '';
        pitch?: number;
        rate?: number;
        voice?: SpeechSynthesisVoice;
        onend: (() => void) | null = null;
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      }
      const voice = createVoice({
        SpeechSynthesisUtterance: Utterance as unknown as typeof SpeechSynthesisUtterance,
        speechSynthesis: {
          cancel() {},
          getVoices: () => [...voices],
          speak(one) {
            const { voice: by, lang, pitch, rate, onend } = one as unknown as Utterance;
            spoken.push({
              ...(by ? { voice: by.name } : {}),
              lang,
              ...(pitch ? { pitch } : {}),
              ...(rate ? { rate } : {}),
            });
            end = onend;
          },
        },
      });
      voice.speak(['Bonjour'], 'fr', { name: 'Denise', locale: 'fr-FR', pitch: 1.1, rate: 0.9 }, onEnd);
    };
    const english = voiceOf('Denise of England', 'en-GB');
    read([english, voiceOf('Microsoft Denise Online', 'fr_FR')]);
    read([english, voiceOf('Amélie', 'fr-CA'), voiceOf('Thomas', 'fr-FR')]);
    let ended = 0;
    read([], () => {
      ended += 1;
    });
    (end as (() => void) | null)?.();
    expect(spoken).toEqual([
      { voice: 'Microsoft Denise Online', lang: 'fr-FR' },
      { voice: 'Thomas', lang: 'fr-FR', pitch: 1.1, rate: 0.9 },
      { lang: 'fr-FR', pitch: 1.1, rate: 0.9 },
    ]);
    expect(ended).toBe(1);
  });
});
