/** Which microphone is spoken into and where the assistant is heard, as far as browsers let one choose. */
import { useEffect, useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import type { DeviceChoice as Devices } from '../../talk/line.ts';
import { type Devices as Found, listDevices } from '../../talk/microphone.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Select } from '../../ui/select.tsx';
import { talkMessages } from './messages.ts';

const BROWSER = '';

export interface DeviceChoiceProps {
  readonly devices: Devices;
  readonly microphone: string | undefined;
  readonly onMicrophone: (id: string) => void;
}

export function DeviceChoice({ devices, microphone, onMicrophone }: DeviceChoiceProps) {
  const t = useMessages(talkMessages);
  const found = useFoundDevices();
  const [speaker, setSpeaker] = useState(BROWSER);
  if (found.microphones.length + found.speakers.length === 0) return null;
  const options = (list: Found['microphones'], chosen: string) => [
    ...(chosen === BROWSER ? [{ id: BROWSER, label: t.browserChooses }] : []),
    ...list.map(({ id, name }) => ({ id, label: name })),
  ];
  return (
    <Disclosure title={t.devices}>
      <div className="flex flex-col gap-3">
        <Select
          label={t.microphone}
          options={options(found.microphones, microphone ?? BROWSER)}
          value={microphone ?? BROWSER}
          onChange={(id) => id !== BROWSER && onMicrophone(id)}
        />
        {found.speakers.length > 0 && (
          <Select
            label={t.speaker}
            options={options(found.speakers, speaker)}
            value={speaker}
            onChange={(id) => {
              setSpeaker(id);
              if (id !== BROWSER) void devices.setSpeaker(id);
            }}
          />
        )}
      </div>
    </Disclosure>
  );
}

/** Looked for again when one is connected or taken away. */
function useFoundDevices(): Found {
  const [found, setFound] = useState<Found>({ microphones: [], speakers: [] });
  useEffect(() => {
    let isGone = false;
    const look = () =>
      void listDevices(window, 'setSinkId' in HTMLMediaElement.prototype).then(
        (next) => !isGone && setFound(next),
      );
    look();
    navigator.mediaDevices?.addEventListener?.('devicechange', look);
    return () => {
      isGone = true;
      navigator.mediaDevices?.removeEventListener?.('devicechange', look);
    };
  }, []);
  return found;
}
