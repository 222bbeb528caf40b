/** For tests only: the whole app at an address, as a signed-in person, over the fake backend. */
import { act, render } from '@testing-library/react';
import axe from 'axe-core';
import { setLanguage } from '../../i18n/language.ts';
import type { ScreenLanguage } from '../../i18n/messages.ts';
import '../../ui/testing/jsdom-gaps.ts';
import { createMemoryHistory } from '../../router/history.ts';
import { Providers } from '../providers.tsx';

export function renderApp(path: string, language: ScreenLanguage = 'en') {
  setLanguage(language);
  const history = createMemoryHistory(path);
  return { history, ...render(<Providers history={history} />) };
}

/**
 * For an address that asks after no session: its page is fetched in the very first render, and React never goes on with what waits
 * inside an `act` that nobody waits for.
 */
export async function renderDoor(path: string, language?: ScreenLanguage) {
  return act(async () => renderApp(path, language));
}

/** Rules that need a page drawn on a screen; contrast is tested on the tokens. */
const NEEDS_A_SCREEN = {
  'color-contrast': { enabled: false },
  'target-size': { enabled: false },
  // rail and bottom bar are never shown together, which jsdom without styles does not see
  'landmark-unique': { enabled: false },
};

/** Ids of the rules that the document breaks, with the places. */
export async function accessibilityFaults(): Promise<string[]> {
  const { violations } = await axe.run(
    // what React Aria speaks to screen readers is not ours
    { include: [document.body], exclude: ['[data-live-announcer]'] },
    { rules: NEEDS_A_SCREEN },
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
  );
}
