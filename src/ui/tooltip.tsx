/** A short text on hover and keyboard focus. `TooltipFor` wraps one pressable child. */
import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';

export interface TooltipForProps {
  readonly text: string;
  /** Keys that do the same, shown beside the text. */
  readonly keys?: string;
  readonly placement?: 'top' | 'bottom' | 'left' | 'right';
  /** A button or link of this folder. */
  readonly children: ReactElement;
}

export function TooltipFor({ text, keys, placement = 'top', children }: TooltipForProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip
        placement={placement}
        offset={8}
        className="animate-fade-in max-w-64 rounded-md bg-ink px-2 py-1 text-xs text-canvas shadow-raised"
      >
        {text}
        {keys !== undefined && <kbd className="ml-2 font-sans text-[11px]">{keys}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
