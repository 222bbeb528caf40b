/** What the sliders of this page look like: a line, filled up to where it stands. */
import type { ReactNode } from 'react';
import { SliderThumb, SliderTrack } from 'react-aria-components';

export interface TrackProps {
  /** How much of it is behind, 0 to 1. */
  readonly share: number;
  /** What is read in place of the number. */
  readonly valueText: string;
  readonly children?: ReactNode;
}

export function Track({ share, valueText, children }: TrackProps) {
  return (
    <SliderTrack className="relative h-7 w-full cursor-pointer">
      <span
        aria-hidden
        className="absolute inset-x-0 top-1/2 h-[3px] -translate-y-1/2 rounded-full bg-line"
      />
      <span
        aria-hidden
        className="absolute top-1/2 left-0 h-[3px] -translate-y-1/2 rounded-full bg-accent"
        style={{ width: `${share * 100}%` }}
      />
      {children}
      <SliderThumb
        aria-valuetext={valueText}
        className="press-motion top-1/2 size-5 rounded-full border-[5px] border-accent bg-card shadow-raised data-dragging:scale-110 data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-accent"
      />
    </SliderTrack>
  );
}
