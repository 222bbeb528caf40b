/** A short text on hover and keyboard focus. `TooltipFor` wraps one pressable child; the text itself comes when it is first wanted. */
import { cloneElement, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import type { ButtonProps } from 'react-aria-components';
import { later } from './later.ts';

export interface TooltipForProps {
  readonly text: string;
  /** Keys that do the same, shown beside the text. */
  readonly keys?: string;
  readonly placement?: 'top' | 'bottom' | 'left' | 'right';
  /** A button or link of this folder. */
  readonly children: ReactElement;
}

const tooltipWindow = later(async () => (await import('./tooltip-window.tsx')).TooltipWindow);

const DELAY = 500;
const CLOSE_DELAY = 80;
/** Whoever goes from one to the next reads on without waiting. */
const WARM = 500;
/** Only one is open. */
let open: { readonly close: () => void } | null = null;
let closedAt = Number.NEGATIVE_INFINITY;

type TriggerProps = Pick<
  ButtonProps,
  'onHoverStart' | 'onHoverEnd' | 'onFocus' | 'onBlur' | 'onPressStart' | 'aria-describedby'
>;

export function TooltipFor({ text, keys, placement = 'top', children }: TooltipForProps) {
  const id = useId();
  const trigger = useRef<HTMLElement>(null);
  const { isOpen, show, hide } = useOpening();
  const own = children.props as TriggerProps;
  const handlers: TriggerProps = {
    onHoverStart(event) {
      own.onHoverStart?.(event);
      trigger.current = event.target;
      show(performance.now() - closedAt < WARM ? 0 : DELAY);
    },
    onHoverEnd(event) {
      own.onHoverEnd?.(event);
      hide(CLOSE_DELAY);
    },
    onFocus(event) {
      own.onFocus?.(event);
      trigger.current = event.currentTarget as HTMLElement;
      if (event.currentTarget.matches(':focus-visible')) show(0);
    },
    onBlur(event) {
      own.onBlur?.(event);
      hide(0);
    },
    onPressStart(event) {
      own.onPressStart?.(event);
      hide(0);
    },
    ...(isOpen ? { 'aria-describedby': id } : {}),
  };
  const Window = tooltipWindow.now();
  return (
    <>
      {cloneElement(children, handlers)}
      {isOpen && Window && (
        <Window
          id={id}
          text={text}
          placement={placement}
          trigger={trigger}
          isOpen
          onClose={() => hide(0)}
          {...(keys === undefined ? {} : { keys })}
        />
      )}
    </>
  );
}

function useOpening() {
  const [isOpen, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const self = useRef<typeof open>(null);
  const close = () => {
    clearTimeout(timer.current);
    if (open === self.current && open !== null) {
      open = null;
      closedAt = performance.now();
    }
    self.current = null;
    setOpen(false);
  };
  const reveal = (wish: NonNullable<typeof open>) => {
    if (self.current !== wish) return;
    if (open !== wish) open?.close();
    open = wish;
    setOpen(true);
  };
  useEffect(() => {
    if (!isOpen) return;
    const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && self.current?.close();
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [isOpen]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (open === self.current) open = null;
      self.current = null;
    },
    [],
  );
  return {
    isOpen,
    show(delay: number) {
      clearTimeout(timer.current);
      if (isOpen) return;
      const wish = { close };
      self.current = wish;
      // One that cannot be fetched is done without: what it says is the name of the button.
      const isHere = tooltipWindow.load();
      const shown = () =>
        isHere.then(
          () => reveal(wish),
          () => {},
        );
      if (delay === 0 && tooltipWindow.now()) reveal(wish);
      else timer.current = setTimeout(shown, delay);
      isHere.catch(() => {});
    },
    hide(delay: number) {
      clearTimeout(timer.current);
      if (delay === 0) close();
      else timer.current = setTimeout(close, delay);
    },
  };
}
