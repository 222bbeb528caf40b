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
