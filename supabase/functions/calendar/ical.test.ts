/** The calendar as RFC 5545 wants it. */
import { describe, expect, it } from 'vitest';
import { type CalendarEvent, writeCalendar } from './ical.ts';

const event: CalendarEvent = {
  uid: '7a@allokoli',
  sequence: 2,
  changedAt: new Date('2026-11-30T09:20:01.500Z'),
  from: new Date('2026-12-03T09:00:00Z'),
  to: new Date('2026-12-03T09:30:00Z'),
  title: 'Consultation · Zoé Durand',
  description: '+33612345678',
  isCancelled: false,
};

/** Lines joined again where they were folded. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar', () => {
  it('has one event with all that programs need', () => {
    expect(unfolded(writeCalendar('Cabinet', [event]))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//AlloKoli//Appointments//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Cabinet',
      'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
      'X-PUBLISHED-TTL:PT15M',
      'BEGIN:VEVENT',
      'UID:7a@allokoli',
      'DTSTAMP:20261130T092001Z',
      'LAST-MODIFIED:20261130T092001Z',
      'SEQUENCE:2',
      'DTSTART:20261203T090000Z',
      'DTEND:20261203T093000Z',
      'SUMMARY:Consultation · Zoé Durand',
      'DESCRIPTION:+33612345678',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('says what is cancelled', () => {
    expect(writeCalendar('', [{ ...event, isCancelled: true }])).toContain('STATUS:CANCELLED\r\n');
  });

  it('escapes what has a meaning, and lets nobody write lines of their own', () => {
    const title = 'a,b;c\\d\r\nATTENDEE:x\u0007\ne';
    const text = writeCalendar('', [{ ...event, title }]);
    expect(unfolded(text)).toContain('SUMMARY:a\\,b\\;c\\\\d\\nATTENDEE:x\\ne');
    expect(text).not.toMatch(/^ATTENDEE/m);
  });

  it.each(['é', '📅', 'a', '日本'])('folds lines at 75 bytes and cuts no character (%s)', (letter) => {
    const title = letter.repeat(120);
    const text = writeCalendar('', [{ ...event, title }]);
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(unfolded(text)).toContain(`SUMMARY:${title}`);
    expect(text).not.toContain('\uFFFD');
  });
});
