/** How a phone number is written for people. Knows no numbering plan beyond a few common ones. */

const SPACE = '\u00a0';

/** `+33612345678` → `+33 6 12 34 56 78`, with no-break spaces. What is not E.164 comes back unchanged. Pure. */
export function writePhone(number: string): string {
  if (!/^\+\d{7,15}$/.test(number)) return number;
  const french = /^\+(33)(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(number);
  if (french) return `+${french.slice(1).join(SPACE)}`;
  const american = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  if (american) return `+1${SPACE}${american.slice(1).join(SPACE)}`;
  const groups = number.slice(3).match(/\d{1,3}/g) ?? [];
  return [number.slice(0, 3), ...groups].join(SPACE);
}

/** The same with all but the country and the last two digits hidden. Pure. */
export function maskPhone(number: string): string {
  const written = writePhone(number);
  if (!written.startsWith('+')) return written === '' ? '' : '•••';
  const [country = '', ...groups] = written.split(SPACE);
  const hidden = groups.join(SPACE).replace(/\d(?=(?:\D*\d){2})/g, '•');
  return `${country}${SPACE}${hidden}`;
}
