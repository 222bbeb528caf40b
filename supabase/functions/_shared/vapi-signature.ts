/**
 * The signature of Vapi's webhooks (custom HMAC credential): `x-signature` is the lower-case hexadecimal HMAC-SHA256 of
 * `<x-timestamp>.<raw body>`, `x-timestamp` in Unix seconds. Checked over the raw bytes, before anything is parsed.
 */
import { equals, hex, hmac } from './secret.ts';

const WINDOW_SECONDS = 300;

/** `now` in milliseconds since the epoch. */
export async function isSigned(
  headers: Headers,
  body: Uint8Array,
  secret: string,
  now: number,
): Promise<boolean> {
  const timestamp = headers.get('x-timestamp') ?? '';
  const signature = headers.get('x-signature') ?? '';
  if (secret === '' || !/^\d{1,12}$/.test(timestamp) || !/^[0-9a-f]{64}$/.test(signature)) return false;
  if (Math.abs(now / 1000 - Number(timestamp)) > WINDOW_SECONDS) return false;
  return equals(signature, hex(await hmac(secret, `${timestamp}.`, body)));
}
