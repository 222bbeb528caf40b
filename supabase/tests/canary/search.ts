/** Looks for secrets in whatever could carry them out, in the spellings in which they travel. Knows no place. */

/** A secret by what it is. Its pieces are as telling as the whole, so they are looked for too. */
export interface Canary {
  readonly name: string;
  readonly value: string;
}

export interface Find {
  readonly place: string;
  readonly canary: string;
}

/** The last four characters of a key are shown on purpose. */
const PIECE = 10;

/** Plain, percent-encoded, hexadecimal, and base64 wherever the secret begins in it. */
function spellings({ value }: Canary): string[] {
  const pieces = value.length < 2 * PIECE ? [value] : [value.slice(0, 2 * PIECE), value.slice(-2 * PIECE)];
  return pieces.flatMap((piece) => {
    const bytes = Buffer.from(piece);
    const inBase64 = [0, 1, 2].map((shift) => {
      const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
      // The first and last characters depend on the neighbours.
      return text.slice(shift === 0 ? 0 : 4, -4);
    });
    return [piece, encodeURIComponent(piece), bytes.toString('hex'), ...inBase64];
  });
}

/** Strings are searched as they are, anything else as JSON. */
export function findCanaries(places: Readonly<Record<string, unknown>>, canaries: readonly Canary[]): Find[] {
  return Object.entries(places).flatMap(([place, content]) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    return canaries
      .filter((canary) => spellings(canary).some((spelling) => text.includes(spelling)))
      .map(({ name }) => ({ place, canary: name }));
  });
}
