/**
 * The signature of Vapi's webhooks (custom HMAC credential): `x-signature` is the lower-case hexadecimal HMAC-SHA256 of
 * `<x-timestamp>.<raw body>`, `x-timestamp` in Unix seconds. Checked over the raw bytes, before anything is parsed.
 */
import { equals, hex, hmac } from './secret.ts';

const WINDOW_SECONDS = 300;

/** While a secret is being replaced there are two. Empty ones, so that nothing is trusted, where there are none. */
export interface SigningSecrets {
  readonly present: string;
  readonly former: string;
}

/** Which secret signed it; null: none of ours, or not now. `now` in milliseconds since the epoch. */
export async function signedWith(
  headers: Headers,
  body: Uint8Array,
  { present, former }: SigningSecrets,
  now: number,
): Promise<keyof SigningSecrets | null> {
  const timestamp = headers.get('x-timestamp') ?? '';
  const signature = headers.get('x-signature') ?? '';
  if (!/^\d{1,12}$/.test(timestamp) || !/^[0-9a-f]{64}$/.test(signature)) return null;
  if (Math.abs(now / 1000 - Number(timestamp)) > WINDOW_SECONDS) return null;
  const fits = async (secret: string) =>
    secret !== '' && equals(signature, hex(await hmac(secret, `${timestamp}.`, body)));
  if (await fits(present)) return 'present';
  return (await fits(former)) ? 'former' : null;
}
