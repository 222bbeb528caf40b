/** What was copied last in this tab, for browsers that do not let a page read the clipboard. Lives as long as the tab. */

let last: string | null = null;

export function rememberCopy(clip: string): void {
  last = clip;
}

export function lastCopy(): string | null {
  return last;
}
