import { expect, it } from 'vitest';
import { createMouth } from './speak.ts';
import { SpeechStandIn } from './testing/speech-stand-in.ts';

it('does not speak where the browser cannot', () => {
  const mouth = createMouth({});
  expect(mouth.canSpeak).toBe(false);
  mouth.speak(['Hello'], 'en');
  mouth.silence();
});

it('reads aloud in the language of the call, in order', () => {
  const browser = new SpeechStandIn();
  createMouth(browser).speak(['Bonjour.', 'Oui ?'], 'fr');
  createMouth(browser).speak(['Hello.'], 'en');
  expect(browser.spoken).toEqual([
    { text: 'Bonjour.', lang: 'fr-FR' },
    { text: 'Oui ?', lang: 'fr-FR' },
    { text: 'Hello.', lang: 'en-GB' },
  ]);
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
    const mouth = createMouth({
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
    mouth.speak(['Bonjour'], 'fr', { name: 'Denise', locale: 'fr-FR', pitch: 1.1, rate: 0.9 }, onEnd);
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
