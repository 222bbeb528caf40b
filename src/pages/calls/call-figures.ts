/** What the sums of the server look like on screen: every day of a period, every hour of a day. Knows no page. */

const DAY = 86_400_000;

/** Calls on each of the last days, oldest first; `day` is local midnight, in milliseconds. Pure in `now`. */
export function callsByDay(
  counts: Readonly<Record<string, number>>,
  days: number,
  now: number,
): { day: number; count: number }[] {
  const today = new Date(now).setHours(0, 0, 0, 0);
  return Array.from({ length: days }, (_, index) => {
    // half a day more, so that a day of 23 or 25 hours does not skip or repeat one
    const day = new Date(today - (days - 1 - index) * DAY + DAY / 2).setHours(0, 0, 0, 0);
    return { day, count: counts[nameOf(day)] ?? 0 };
  });
}

/** `YYYY-MM-DD` of local clocks. */
function nameOf(day: number): string {
  const date = new Date(day);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Calls in each of the 24 hours, whatever the day. Pure. */
export function callsByHour(hours: Readonly<Record<string, number>>): number[] {
  const counts = Array.from({ length: 24 }, () => 0);
  for (const [hour, count] of Object.entries(hours)) counts[Number(hour) % 24]! += count;
  return counts;
}

/** Hour of the week with most calls (0 is Monday at midnight); null where no hour stands out. Pure. */
export function busiestHour(hours: Readonly<Record<string, number>>): number | null {
  const [first, second] = Object.entries(hours).sort(([, one], [, other]) => other - one);
  if (first === undefined || first[1] < 2 || first[1] === second?.[1]) return null;
  return Number(first[0]);
}
