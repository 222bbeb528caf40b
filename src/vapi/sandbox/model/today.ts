/** The date that a prompt states. Pure. */

/** Milliseconds of the first `YYYY-MM-DD HH:MM` (or plain date) of a prompt, read as UTC; null when it states none. */
export function todayIn(prompt: string): number | null {
  const found = /\b(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d))?/.exec(prompt);
  if (!found) return null;
  const time = Date.parse(`${found[1]}T${found[2] ?? '12:00'}:00Z`);
  return Number.isNaN(time) ? null : time;
}
