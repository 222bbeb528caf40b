/**
 * Texts as a list for PostgREST's `in` filter, each in quotes. Unlike `eq` it leaves no doubt that `+33612345678` is a text: the
 * REST server of the local stack takes it for a number otherwise.
 */
export function textList(...texts: readonly string[]): string {
  return `(${texts.map((text) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`).join(',')})`;
}
