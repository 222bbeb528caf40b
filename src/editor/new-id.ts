/** Fresh ids for steps and links: short, and unique without asking anybody. */

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 10;

/** `n_` or `e_` and ten random letters and digits: 51 bits, far from a clash in one flow. */
export function newId(prefix: 'n' | 'e'): string {
  const random = crypto.getRandomValues(new Uint8Array(LENGTH));
  return `${prefix}_${Array.from(random, (byte) => LETTERS[byte % LETTERS.length]).join('')}`;
}
