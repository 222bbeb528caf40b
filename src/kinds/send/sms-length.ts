/** How long an SMS is, as networks count (3GPP TS 23.038). Pure. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Each counts as two. */
const EXTENDED = '^{}\\[~]|€\f';
const basic = new Set(BASIC);
const extended = new Set(EXTENDED);

export interface SmsLength {
  readonly count: number;
  /** What one SMS holds: less as soon as one character is outside the GSM alphabet (ê, ç, a curly apostrophe). */
  readonly limit: 160 | 70;
}

export function smsLength(text: string): SmsLength {
  let count = 0;
  for (const character of text) {
    if (basic.has(character)) count += 1;
    else if (extended.has(character)) count += 2;
    else return { count: text.length, limit: 70 };
  }
  return { count, limit: 160 };
}

/** How many SMS a text is paid as: one, or parts that each give up some room to be joined again. */
export function smsParts(text: string): number {
  const { count, limit } = smsLength(text);
  if (count <= limit) return 1;
  return Math.ceil(count / (limit === 160 ? 153 : 67));
}
