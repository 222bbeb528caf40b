/** The sound of a call, fetched when somebody wants to hear it, in step with the drawing. */
import { useMutation } from '@tanstack/react-query';
import { Pause, Play, Volume2 } from 'lucide-react';
import { Slider } from 'react-aria-components';
import type { Visit } from '../../data/calls.ts';
import { fetchRecording } from '../../data/recordings.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { messages } from './messages.ts';
import { Track } from './track.tsx';
import { useSound } from './use-sound.ts';

export interface RecordingProps {
  readonly callId: string;
  readonly path: readonly Visit[];
  /** Of the call, milliseconds. */
  readonly length: number;
  readonly current: number;
  readonly onChange: (index: number) => void;
}

export function Recording(props: RecordingProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  const sound = useMutation({ mutationFn: () => fetchRecording(props.callId) });
  const { data } = sound;
  return (
    <section aria-label={t.recording} className="flex flex-col items-start gap-2">
      {data?.ok ? (
        <Player sound={data.value} {...props} />
      ) : (
        <>
          <p className="text-sm text-pretty text-muted">{t.recordingHint}</p>
          {data !== undefined && (
            <p role="alert" className="text-sm text-pretty text-danger">
              {say(data.failure.code)}
            </p>
          )}
          {data?.failure.code !== 'recording-none' && (
            <Button icon={<Volume2 />} isPending={sound.isPending} onPress={() => sound.mutate()}>
              {t.listen}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function Player({ sound, path, length, current, onChange }: RecordingProps & { readonly sound: Blob }) {
  const t = useMessages(messages);
  const format = useFormat();
  const playing = useSound(sound, path, length, current, onChange);
  const clock = (seconds: number) => format.clock(seconds * 1000);
  if (playing.isBroken) return <p className="text-sm text-danger">{t.recordingBroken}</p>;
  return (
    <div className="flex w-full items-center gap-3">
      <IconButton
        label={playing.isPlaying ? t.pauseRecording : t.playRecording}
        icon={playing.isPlaying ? <Pause /> : <Play />}
        size="small"
        onPress={playing.toggle}
      />
      <Slider
        aria-label={t.recording}
        minValue={0}
        maxValue={Math.max(1, playing.length)}
        step={1}
        value={Math.min(playing.time, Math.max(1, playing.length))}
        onChange={playing.seek}
        isDisabled={playing.length === 0}
        className="flex-1 px-2"
      >
        <Track share={playing.time / Math.max(1, playing.length)} valueText={clock(playing.time)} />
      </Slider>
      <span className="text-sm text-muted tabular-nums">
        {t.timeOf(clock(playing.time), clock(playing.length))}
      </span>
    </div>
  );
}
