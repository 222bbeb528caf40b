/** What is read aloud for a preset, and how the browser comes near to it. Pure; the browser's speech is in `src/voice`. */
import { ANYTIME_WORDS } from '../../flow/anytime/speech.ts';
import { SPEECH } from '../../flow/compile/speech.ts';
import type { CallLanguage, FlowDocument, VoicePreset } from '../../flow/document.ts';
import type { DrawnKinds } from '../../flow/kind.ts';
import type { Manner } from '../../voice/speak.ts';

/** Where the browser has no voice of the preset's own name: another one, higher or lower, faster or slower. */
const TONES: Record<VoicePreset, { readonly pitch: number; readonly rate: number }> = {
  warm: { pitch: 1.05, rate: 1 },
  calm: { pitch: 1, rate: 0.88 },
  lively: { pitch: 1.2, rate: 1.1 },
  deep: { pitch: 0.6, rate: 0.95 },
};

/** `fr-FR-DeniseNeural` is called Denise, wherever that voice is sold. */
export function mannerOf(preset: VoicePreset, language: CallLanguage): Manner {
  const [tongue = '', region = '', name = ''] = SPEECH[language].voices[preset].split('-');
  return { name: name.replace(/Neural$/, ''), locale: `${tongue}-${region}`, ...TONES[preset] };
}

/** What callers hear first, without the information that nobody has given yet; a standing sentence where nothing is drawn. */
export function sampleOf(document: FlowDocument, kinds: DrawnKinds): string {
  const entry = Object.values(document.nodes).find(({ kind }) => kinds.get(kind)?.entry);
  const sentences = entry ? (kinds.get(entry.kind)?.sentences(entry.data) ?? []) : [];
  const text = sentences
    .map((sentence) => sentence.text.replaceAll(/\{\{\w+\}\}/g, '').trim())
    .filter((sentence) => sentence !== '')
    .join(' ');
  return text === '' ? ANYTIME_WORDS[document.language].robot.sentence : text;
}
