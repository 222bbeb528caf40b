/** A recording that is played, and the step of the call that it is at. Knows no component. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Visit } from '../../data/calls.ts';
import { beginnings, visitAt } from '../../flow/replay.ts';

export interface Sound {
  readonly isPlaying: boolean;
  /** Seconds of the recording. */
  readonly time: number;
  /** Zero until it is known. */
  readonly length: number;
  /** The browser cannot play it. */
  readonly isBroken: boolean;
  readonly toggle: () => void;
  readonly seek: (time: number) => void;
}

/**
 * `callLength` in milliseconds: a recording begins once the caller said yes and goes on to the end, so what it is shorter is its beginning.
 * `onStep`: the sound has come to another step. A step that somebody chooses meanwhile is where it goes on.
 */
export function useSound(
  sound: Blob,
  path: readonly Visit[],
  callLength: number,
  current: number,
  onStep: (index: number) => void,
): Sound {
  const audio = useRef<HTMLAudioElement | null>(null);
  const heard = useRef(current);
  const [isPlaying, setPlaying] = useState(false);
  const [time, setTime] = useState(0);
  const [length, setLength] = useState(0);
  const [isBroken, setBroken] = useState(false);
  const begun = useMemo(() => beginnings(path), [path]);
  const before = length === 0 ? 0 : Math.max(0, callLength / 1000 - length);
  const told = useRef({ begun, before, onStep });
  told.current = { begun, before, onStep };

  useEffect(() => {
    const url = URL.createObjectURL(sound);
    const player = new Audio(url);
    audio.current = player;
    player.ondurationchange = () => setLength(Number.isFinite(player.duration) ? player.duration : 0);
    player.onplay = () => setPlaying(true);
    player.onpause = () => setPlaying(false);
    player.onended = () => setPlaying(false);
    player.onerror = () => setBroken(true);
    player.ontimeupdate = () => {
      setTime(player.currentTime);
      if (player.paused) return;
      const { begun, before, onStep } = told.current;
      const at = (player.currentTime + before) * 1000;
      const index = visitAt(
        begun.map((start) => ({ at: start })),
        at,
      );
      if (index === heard.current || index < 0) return;
      heard.current = index;
      onStep(index);
    };
    return () => {
      player.pause();
      audio.current = null;
      URL.revokeObjectURL(url);
    };
  }, [sound]);

  const seek = (to: number) => {
    if (!audio.current) return;
    audio.current.currentTime = to;
    setTime(to);
  };
  useEffect(() => {
    if (current === heard.current) return;
    heard.current = current;
    const { begun, before } = told.current;
    if (!audio.current) return;
    const to = Math.max(0, (begun[current] ?? 0) / 1000 - before);
    audio.current.currentTime = to;
    setTime(to);
  }, [current]);

  return {
    isPlaying,
    time,
    length,
    isBroken,
    toggle: () => {
      const player = audio.current;
      if (!player) return;
      if (player.paused) void player.play().catch(() => setBroken(true));
      else player.pause();
    },
    seek,
  };
}
