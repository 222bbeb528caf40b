/** Finds words on a screen that no message file wrote, while keys are shown in place of sentences. */
import type { Locator, Page } from 'playwright-core';
import { COUNTRIES } from '../../src/pages/privacy/countries.ts';

/** Everything that is shown or spoken to a person, in the page or a part of it. */
export function readPage(page: Page, part: Locator = page.locator('body')): Promise<string[]> {
  return part.evaluate((root) => {
    const WORDLESS = new Set(['checkbox', 'radio', 'file', 'hidden', 'password']);
    const texts: string[] = [document.title];
    // What is said on a call is marked with the language of the call: no words of the screen.
    const isOfCall = (node: Node) =>
      node instanceof Element && node.parentElement !== null && node.hasAttribute('lang');
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      isOfCall(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        for (const name of [
          'aria-label',
          'aria-description',
          'aria-roledescription',
          'aria-valuetext',
          'title',
          'placeholder',
          'alt',
          'data-placeholder',
        ])
          texts.push(node.getAttribute(name) ?? '');
        if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement)
          if (!WORDLESS.has(node.type) && !node.closest('[hidden], [aria-hidden=true]'))
            texts.push(node.value);
      } else if (!node.parentElement?.closest('script, style, noscript')) texts.push(node.textContent ?? '');
    }
    return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
  });
}

const KEY = /⟦[^⟦⟧]*⟧/g;
/** Of the web, or where the carrier of a SIP trunk sends its calls. */
const ADDRESS = /https?:\/\/\S+|\S+\.sip\.vapi\.ai\b/g;
/** An information in a sentence; it is shown by its name. */
const MARK = /\{\{[^}]*\}\}/;
/** Anything that has no letters says the same in every language. */
const LETTERS = /\p{L}/u;

/**
 * The texts in which words are left without keys, without what is listed, and without the person's own data. Own data is
 * taken away as whole words and longest first, so that no short piece of it breaks another word. Pure.
 */
export function untranslated(
  texts: readonly string[],
  own: readonly string[],
  listed: readonly RegExp[],
): string[] {
  const rests = texts.map((text) => ({ text, rest: withoutAll(plain(text), [KEY, ADDRESS]) }));
  const open = rests.filter(({ rest }) => LETTERS.test(rest));
  // There are thousands of own words and few texts left to look for them in.
  const all = open.map(({ rest }) => rest).join('\n');
  const pieces = [...new Set(own)]
    .flatMap((text) => [text, ...text.split(MARK), ...text.split('\n')])
    .map(plain);
  const known = [...new Set(pieces)]
    .filter((text) => LETTERS.test(text) && all.includes(text))
    .sort((a, b) => b.length - a.length)
    .map((text) => new RegExp(`(?<!\\p{L})${forPattern(text)}(?!\\p{L})`, 'gu'));
  return open
    .filter(({ rest }) => LETTERS.test(withoutAll(rest, [...known, ...listed])))
    .map(({ text }) => text);
}

function withoutAll(text: string, patterns: readonly RegExp[]): string {
  return patterns.reduce((rest, pattern) => rest.replaceAll(pattern, ' ').trim(), text);
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** What a language writes by itself: names of days, months and countries, units, money, and how long ago something was. Pure. */
export function figuresIn(locale: string): RegExp[] {
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, month + 1)));
  const week = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 0, day + 1)));
  const written = (days: readonly Date[], options: Intl.DateTimeFormatOptions) =>
    days.map((day) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(day));
  const names = (['long', 'short'] as const).flatMap((length) => [
    ...written(months, { month: length, day: 'numeric' }).map((text) => text.replaceAll(/\d+/g, '').trim()),
    ...written(week, { weekday: length }),
  ]);
  const plainMonths = months.map((day) =>
    new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(day),
  );
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const units = ['second', 'minute', 'hour', 'day', 'kilobyte', 'megabyte'].flatMap((unit) =>
    (['long', 'short', 'narrow'] as const).flatMap((unitDisplay) =>
      [1, 2].map((count) =>
        new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay })
          .format(count)
          .replaceAll(/[\d\s]/g, ''),
      ),
    ),
  );
  const ago = new Intl.RelativeTimeFormat(locale);
  const past = (['second', 'minute', 'hour', 'day'] as const).flatMap((unit) =>
    [1, 2].map((count) => forPattern(ago.format(-count, unit)).replace(/\d+/, '\\d+')),
  );
  const places = COUNTRIES.map((code) => countries.of(code) ?? code);
  const words = [...names, ...plainMonths, ...units, ...places]
    .map(forPattern)
    .sort((a, b) => b.length - a.length);
  return [
    new RegExp(past.join('|'), 'giu'),
    new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'giu'),
    /\d\s?\$US/g,
  ];
}

function forPattern(text: string): string {
  return plain(text).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Every text in a JSON value. Pure. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
