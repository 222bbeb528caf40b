/** French typography: signs stay on the line of their word. Knows no sentence. */

const NO_BREAK = '\u00a0';
const NARROW_NO_BREAK = '\u202f';

/**
 * Makes the spaces before `: »` and after `«` no-break ones, and those before `? ! ;` narrow besides, so that message files can be
 * written with ordinary, visible spaces. Pure; leaves everything else as it is.
 */
export function frenchSpacing(text: string): string {
  return text.replace(/ (?=[:»])|(?<=«) /g, NO_BREAK).replace(/ (?=[?!;])/g, NARROW_NO_BREAK);
}
