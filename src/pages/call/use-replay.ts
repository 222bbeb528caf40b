/** Plays a call again, step after step, at the pace that it had or faster. Knows no component. */
import { useEffect, useMemo, useState } from 'react';
import type { Visit } from '../../data/calls.ts';
import { beginnings, visitAt } from '../../flow/replay.ts';

export const SPEEDS = ['1', '4', '16'] as const;
export type Speed = (typeof SPEEDS)[number];

export interface Replay {
  readonly isPlaying: boolean;
  readonly speed: Speed;
  /** Milliseconds from the start of the call. */
  readonly time: number;
  readonly end: number;
  readonly toggle: () => void;
  readonly stop: () => void;
  readonly setSpeed: (speed: Speed) => void;
}

const TICK = 100;
/** A step whose time nobody knows, and the last one, milliseconds. */
const A_WHILE = 1500;

/** `length` in milliseconds; null for a call that goes on, which is not played. */
export function useReplay(
  path: readonly Visit[],
  length: number | null,
  current: number,
  onChange: (index: number) => void,
): Replay {
  const timed = useMemo(() => timesOf(path), [path]);
  const begun = timed.map(({ at }) => at);
  const end = Math.max(length ?? 0, (begun.at(-1) ?? 0) + A_WHILE);
  const [playing, setPlaying] = useState<number | null>(null);
  const [speed, setSpeed] = useState<Speed>('4');
  const stop = () => setPlaying(null);
  const isPlaying = playing !== null;
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(
      () => setPlaying((time) => (time === null ? null : Math.min(end, time + TICK * Number(speed)))),
      TICK,
    );
    return () => clearInterval(timer);
  }, [isPlaying, speed, end]);
  useEffect(() => {
    if (playing === null) return;
    const index = visitAt(timed, playing);
    if (index !== current) onChange(index);
    if (playing >= end) setPlaying(null);
  }, [playing, timed, end, current, onChange]);
  return {
    isPlaying,
    speed,
    time: Math.min(end, playing ?? begun[current] ?? 0),
    end,
    // Who is at the last step begins again.
    toggle: () => setPlaying(isPlaying ? null : current >= path.length - 1 ? 0 : (begun[current] ?? 0)),
    stop,
    setSpeed,
  };
}

/** Where no time is known, each step takes a while. */
function timesOf(path: readonly Visit[]): { readonly at: number }[] {
  const times = beginnings(path);
  const isKnown = (times.at(-1) ?? 0) > 0;
  return times.map((at, index) => ({ at: isKnown ? at : index * A_WHILE }));
}
