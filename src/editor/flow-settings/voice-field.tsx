/** The voice of the calls: a few presets, each to be listened to. Only the browser's own speech reads them, and it says so. */
import { Square, Volume2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { VOICE_PRESETS, type VoicePreset } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { createMouth } from '../../voice/speak.ts';
import { editSettings } from '../commands/edit-settings.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { settingsMessages } from './messages.ts';
import { mannerOf, sampleOf } from './voice-sample.ts';

export function VoiceField() {
  const { store, isReadOnly } = useEditor();
  const t = useMessages(settingsMessages);
  const chosen = useDocumentState(({ document }) => document.settings.voice);
  const [voice] = useState(() => createMouth(window));
  const [heard, setHeard] = useState<VoicePreset | null>(null);
  useEffect(() => () => voice.silence(), [voice]);
  const listen = (preset: VoicePreset) => {
    voice.silence();
    if (heard === preset) {
      setHeard(null);
      return;
    }
    const { document } = store.state.getState();
    setHeard(preset);
    voice.speak(
      [sampleOf(document, store.kinds)],
      document.language,
      mannerOf(preset, document.language),
      () => setHeard((now) => (now === preset ? null : now)),
    );
  };
  return (
    <RadioGroup
      label={t.voice}
      hint={voice.canSpeak ? t.voiceHint : t.voiceSilent}
      options={VOICE_PRESETS.map((id) => ({ id, label: t.voices[id].name, hint: t.voices[id].about }))}
      value={chosen}
      isDisabled={isReadOnly}
      onChange={(preset) => store.run(editSettings, { settings: { voice: preset } })}
      beside={(preset) => (
        <IconButton
          label={heard === preset ? t.stop : t.listen(t.voices[preset].name)}
          icon={heard === preset ? <Square /> : <Volume2 />}
          size="small"
          variant="secondary"
          isDisabled={!voice.canSpeak}
          onPress={() => listen(preset)}
        />
      )}
    />
  );
}
