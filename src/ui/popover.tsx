/** A small floating panel that opens from a button. */
import type { ReactElement, ReactNode } from 'react';
import { Popover as AriaPopover, Dialog, DialogTrigger } from 'react-aria-components';
import { classNames } from './class-names.ts';

export interface PopoverProps {
  readonly label: string;
  /** A button of this folder; pressing it opens the panel. */
  readonly trigger: ReactElement;
  readonly children: ReactNode;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'right top' | 'left top';
  readonly className?: string;
  /** For whoever opens and closes it from elsewhere too. */
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

export function Popover(props: PopoverProps) {
  const { label, trigger, children, placement = 'bottom start', className, isOpen, onOpenChange } = props;
  return (
    <DialogTrigger
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger}
      <AriaPopover
        placement={placement}
        offset={6}
        className="animate-rise-in rounded-card border border-line bg-card shadow-overlay"
      >
        <Dialog aria-label={label} className={classNames('p-4 outline-none', className)}>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
