/** How shortcuts are written for people: ⌘ on a Mac, Ctrl elsewhere. */

const isMac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform);

const MAC: Readonly<Record<string, string>> = {
  mod: '⌘',
  shift: '⇧',
  delete: '⌦',
  backspace: '⌫',
  enter: '↩',
  escape: 'esc',
};
const OTHERS: Readonly<Record<string, string>> = { mod: 'Ctrl' };

/** `mod+shift+z` → `Ctrl`, `Shift`, `Z`, or `⌘`, `⇧`, `Z`. `words` name the keys that have no sign. */
export function keyParts(keys: string, words: Readonly<Record<string, string>>, mac = isMac): string[] {
  const signs = mac ? MAC : OTHERS;
  return keys
    .split('+')
    .map((key) => signs[key] ?? words[key] ?? (/^(?:.|f\d+)$/.test(key) ? key.toUpperCase() : key));
}

/** In one short word: `mod+shift+z` → `Ctrl ⇧ Z` or `⌘⇧Z`. */
export function keyNames(keys: string): string {
  return keyParts(keys, { shift: '⇧' }).join(isMac ? '' : ' ');
}
