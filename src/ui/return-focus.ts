/**
 * Where the focus goes when a window closes that another window opened: React Aria would give it back to the one that is gone. It
 * goes to the last place outside of all windows instead. Knows no window.
 */
import { useEffect, useState } from 'react';

const WINDOWS = '[role="dialog"], [role="alertdialog"], [role="menu"]';
let outside: HTMLElement | null = null;

/** For what draws a window. */
export function useReturnFocus(): void {
  // Before anything of the window is there to take the focus.
  useState(note);
  useEffect(
    () => () => {
      // After whoever gives it back better.
      setTimeout(giveBack, 60, document);
    },
    [],
  );
}

function note(): void {
  const { activeElement } = document;
  const isPlace = activeElement instanceof HTMLElement && activeElement !== document.body;
  if (isPlace && !activeElement.closest(WINDOWS)) outside = activeElement;
}

/** The page is named when the window closes: it may be gone a moment later. */
function giveBack({ activeElement, body }: Document): void {
  const isLost = activeElement === null || activeElement === body;
  if (isLost && outside?.isConnected) outside.focus({ preventScroll: true });
}
