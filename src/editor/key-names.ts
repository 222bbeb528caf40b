/** How shortcuts are written for people: ⌘ on a Mac, Ctrl elsewhere. */

const isMac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform);

/** `mod+shift+z` → `Ctrl ⇧ Z` or `⌘⇧Z`. */
export function keyNames(keys: string): string {
  const names = keys.split('+').map((key) => {
    if (key === 'mod') return isMac ? '⌘' : 'Ctrl';
    if (key === 'shift') return '⇧';
    return key.length === 1 ? key.toUpperCase() : key;
  });
  return names.join(isMac ? '' : ' ');
}
