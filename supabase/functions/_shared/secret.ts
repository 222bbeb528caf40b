/** Keyed hashes, their spellings, and comparisons that do not tell by their duration how much was right. Knows no protocol. */
import { join } from './http.ts';

const encoder = new TextEncoder();

/** HMAC-SHA256 of the parts, one after the other, as bytes. */
export async function hmac(
  secret: string | Uint8Array<ArrayBuffer>,
  ...parts: readonly (string | Uint8Array)[]
): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const bytes = typeof secret === 'string' ? encoder.encode(secret) : secret;
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign']);
  const whole = join(parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part)));
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, whole));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Of either alphabet, padded or not. Throws on anything else. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(bytes, (character) => character.charCodeAt(0));
}

/** Takes the same time wherever the two differ. Their lengths are no secret. */
export function equals(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let index = 0; index < a.length; index++) difference |= a.charCodeAt(index) ^ b.charCodeAt(index);
  return difference === 0;
}
