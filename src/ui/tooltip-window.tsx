/** The text of a tooltip, beside what it explains. */
import type { RefObject } from 'react';
import { Tooltip as AriaTooltip, TooltipTriggerStateContext } from 'react-aria-components';
import type { TooltipForProps } from './tooltip.tsx';

export interface TooltipWindowProps extends Pick<TooltipForProps, 'text' | 'keys'> {
  readonly id: string;
  readonly placement: NonNullable<TooltipForProps['placement']>;
  readonly trigger: RefObject<HTMLElement | null>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function TooltipWindow({ id, text, keys, placement, trigger, isOpen, onClose }: TooltipWindowProps) {
  // Not among the declared properties, and carried on to the element all the same.
  const named = { id };
  const state = { isOpen, shouldSkipAnimation: false, open() {}, close: onClose };
  return (
    <TooltipTriggerStateContext value={state}>
      <AriaTooltip
        {...named}
        triggerRef={trigger}
        placement={placement}
        offset={8}
        className="animate-fade-in max-w-64 rounded-md bg-ink px-2 py-1 text-xs text-canvas shadow-raised"
      >
        {text}
        {keys !== undefined && <kbd className="ml-2 font-sans text-[11px]">{keys}</kbd>}
      </AriaTooltip>
    </TooltipTriggerStateContext>
  );
}
