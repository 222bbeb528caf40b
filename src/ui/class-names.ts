/** Joins class names. Knows no style. */

/** Leaves out what is false or missing. Pure. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
