/** How loud somebody is, as a bar. Follows the level past React, which would draw it twelve times a second. */
import { useEffect, useRef } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { Who } from '../../talk/line.ts';

export interface LevelMeterProps {
  readonly levels: StoreApi<Readonly<Record<Who, number>>>;
  readonly who: Who;
  readonly label: string;
}

export function LevelMeter({ levels, who, label }: LevelMeterProps) {
  const meter = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const show = (level: number) => {
      if (bar.current) bar.current.style.transform = `scaleX(${level.toFixed(3)})`;
      meter.current?.setAttribute('aria-valuenow', String(Math.round(level * 100)));
    };
    show(levels.getState()[who]);
    return levels.subscribe((state) => show(state[who]));
  }, [levels, who]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers draw their own meter, which cannot follow past React
    <div
      ref={meter}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
      className="h-1.5 flex-1 overflow-hidden rounded-full bg-fill forced-colors:border"
    >
      <div
        ref={bar}
        className="h-full w-full origin-left scale-x-0 rounded-full bg-accent transition-transform duration-75 motion-reduce:transition-none forced-colors:bg-[Highlight]"
      />
    </div>
  );
}
