/** Telephone numbers as people write them, to E.164. Pure; checks the form only, not that the number exists. */

/**
 * `+33142685300` from "01 42 68 53 00" (French national form), "0033…" or "+33…" with any separators.
 * Null when it is not 8 to 15 digits in one of these forms (ITU-T E.164).
 */
export function toE164(written: string): string | null {
  const digits = written.replaceAll(/\(0\)/g, '').replaceAll(/[\s.\-()/\u00a0\u202f]/g, '');
  if (/^0[1-9]\d{8}$/.test(digits)) return `+33${digits.slice(1)}`;
  const international = digits.replace(/^00/, '+');
  return /^\+[1-9]\d{7,14}$/.test(international) ? international : null;
}

/** National forms by country code: what stands for the code when one dials inside the country. */
const NATIONAL: readonly (readonly [code: string, form: RegExp])[] = [
  ['+1', /^1?([2-9]\d{9})$/],
  ['+32', /^0([1-9]\d{7,8})$/],
  ['+33', /^0([1-9]\d{8})$/],
  ['+41', /^0([1-9]\d{8})$/],
  ['+44', /^0([1-9]\d{8,9})$/],
  ['+352', /^(\d{6,9})$/],
];

/**
 * A number as somebody says it whose own number is `neighbour` (E.164, or empty when it is not known): in the national
 * form of that country first. Null as for `toE164`.
 */
export function toE164Near(written: string, neighbour: string): string | null {
  const digits = written.replaceAll(/[\s.\-()/\u00a0\u202f]/g, '');
  const [code, form] = NATIONAL.find(([prefix]) => neighbour.startsWith(prefix)) ?? [];
  const rest = form?.exec(digits)?.[1];
  return rest === undefined ? toE164(written) : `${code}${rest}`;
}
