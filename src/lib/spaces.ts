/** White space of a text. Knows no domain. */

/** Anything but single plain spaces inside the text. */
const UNUSUAL = /^\s|\s$|\s\s|[^\S ]/u;

/** The text with each run of white space as one plain space, and none at its ends. Pure; most texts are as they should be. */
export function foldSpaces(text: string): string {
  return UNUSUAL.test(text) ? text.replaceAll(/\s+/gu, ' ').trim() : text;
}
