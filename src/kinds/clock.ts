/** Times of day as people type and read them. Knows no field. Pure. */

export const END_OF_DAY = 1440;

/** `09:30` for 570, `24:00` for 1440. */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** 570 for `9:30`, `9h30`, `930` or `09.30`; 540 for `9` or `9h`; undefined for what is no time of day. */
export function minuteOf(clock: string): number | undefined {
  const match = /^(\d{1,2})(?:\s*[:h.]?\s*(\d{2})|\s*h)?$/i.exec(clock.trim());
  if (!match) return undefined;
  const minute = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return Number(match[2] ?? 0) < 60 && minute <= END_OF_DAY ? minute : undefined;
}
