/**
 * Opening hours: one meaning, three forms. `isOpen` is the meaning; `openingLiquid` and `openingCode` say the same
 * to Vapi's Liquid and code tools. Pure; daylight saving is left to the time zone database of the runtime.
 */
import type { OpeningHours } from './document.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Whether the place is open at an instant (milliseconds since the epoch). An unknown time zone reads as closed. */
export function isOpen(hours: OpeningHours, now: number): boolean {
  const local = localTime(hours.timeZone, now);
  if (!local || hours.closedOn.includes(local.date)) return false;
  return (hours.week[local.weekday] ?? []).some(
    (span) => local.minute >= span.from && local.minute < span.to,
  );
}

function localTime(timeZone: string, now: number): { weekday: number; minute: number; date: string } | null {
  if (!isTimeZone(timeZone)) return null;
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(new Date(now))
      .map((part) => [part.type, part.value]),
  );
  return {
    weekday: WEEKDAYS.indexOf(parts.weekday ?? ''),
    minute: Number(parts.hour) * 60 + Number(parts.minute),
    date: `${parts.year}-${parts.month}-${parts.day}`,
  };
}

const zones = new Map<string, boolean>();

/** Whether the runtime's time zone database knows the name. */
export function isTimeZone(name: string): boolean {
  let known = zones.get(name);
  if (known === undefined) {
    known = /^[A-Za-z0-9+/_-]+$/.test(name) && formats(name);
    // Asking is slow, names are few; a stream of made-up ones must not fill the memory.
    if (zones.size < 1000) zones.set(name, known);
  }
  return known;
}

function formats(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

/**
 * Liquid that sets `variable` to "yes" or "no" for the instant of rendering (vapi-facts §12.15: `"now"` with a zone).
 * Ends with the variable set and prints nothing.
 */
export function openingLiquid(hours: OpeningHours, variable: string): string {
  const zone = isTimeZone(hours.timeZone) ? hours.timeZone : 'UTC';
  const at = (format: string) => `"now" | date: "${format}", "${zone}"`;
  const bySpans = new Map<string, { days: string; spans: OpeningHours['week'][number] }>();
  hours.week.forEach((spans, index) => {
    const key = JSON.stringify(spans);
    bySpans.set(key, { days: `${bySpans.get(key)?.days ?? ''}${index + 1}`, spans });
  });
  const groups = isTimeZone(hours.timeZone)
    ? [...bySpans.values()].filter((group) => group.spans.length > 0)
    : [];
  const days = groups.map(({ days: numbers, spans }) => {
    const inside = spans.map(
      (span) =>
        `{% if ${variable}_m >= ${span.from} and ${variable}_m < ${span.to} %}{% assign ${variable} = "yes" %}{% endif %}`,
    );
    return `{% if "${numbers}" contains ${variable}_d %}${inside.join('')}{% endif %}`;
  });
  const closed = hours.closedOn
    .filter((date) => /^\d{4}-\d\d-\d\d$/.test(date))
    .map((date) => `{% if ${variable}_t == "${date}" %}{% assign ${variable} = "no" %}{% endif %}`);
  return [
    `{% assign ${variable} = "no" %}`,
    `{% assign ${variable}_d = ${at('%u')} %}`,
    `{% assign ${variable}_t = ${at('%Y-%m-%d')} %}`,
    `{% assign ${variable}_m = ${at('%H')} | times: 60 %}`,
    `{% assign ${variable}_n = ${at('%M')} | times: 1 %}`,
    `{% assign ${variable}_m = ${variable}_m | plus: ${variable}_n %}`,
    ...days,
    ...closed,
  ].join('');
}

/** A JavaScript expression (no outer names but `Intl` and `Date`) that is true when the place is open now. */
export function openingCode(hours: OpeningHours): string {
  if (!isTimeZone(hours.timeZone)) return 'false';
  const data = JSON.stringify({
    zone: hours.timeZone,
    week: hours.week.map((day) => day.map((span) => [span.from, span.to])),
    closed: hours.closedOn,
  });
  return `(function(h){var p={};new Intl.DateTimeFormat("en-GB",{timeZone:h.zone,weekday:"short",year:"numeric",month:"2-digit",day:"2-digit",hour:"2-digit",minute:"2-digit",hourCycle:"h23"}).formatToParts(new Date()).forEach(function(x){p[x.type]=x.value});if(h.closed.indexOf(p.year+"-"+p.month+"-"+p.day)>=0)return false;var m=Number(p.hour)*60+Number(p.minute);return (h.week[${JSON.stringify(WEEKDAYS)}.indexOf(p.weekday)]||[]).some(function(s){return m>=s[0]&&m<s[1]})})(${data})`;
}
