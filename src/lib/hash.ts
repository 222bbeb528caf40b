/** Content hashes. Pure; needs Web Crypto, which browsers, Node 20 and Deno have. */
import { stableStringify } from './json.ts';

/** SHA-256 of the UTF-8 text, as 64 lower-case hexadecimal digits. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Hash of a JSON value that does not depend on the order of its keys. */
export function contentHash(value: unknown): Promise<string> {
  return sha256(stableStringify(value));
}
