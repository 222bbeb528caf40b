/** Tables for spreadsheets: RFC 4180, UTF-8 with its mark, so that Excel reads accents; safe to open. Pure. */

/** A spreadsheet takes what begins like this for a formula: an apostrophe makes it text (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** Excel takes commas where numbers have points, and semicolons where they have commas. */
export type Separator = ',' | ';';

export function csvOf(rows: readonly (readonly string[])[], separator: Separator = ','): string {
  return `\uFEFF${rows.map((row) => row.map(inQuotes).join(separator)).join('\r\n')}\r\n`;
}

function inQuotes(cell: string): string {
  return `"${(FORMULA.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
}
