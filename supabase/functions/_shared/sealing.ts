/**
 * Texts that only our functions can read: AES-256-GCM with a key from the environment, bound to what they belong to, so
 * that a sealed text moved elsewhere does not open. Several keys may be there: the newest seals, each opens its own.
 * Knows no table.
 */
import { base64url, fromBase64 } from './secret.ts';

export interface Sealed {
  readonly text: string;
  readonly keyId: string;
}

export interface Sealer {
  /** Null when no key is configured: nothing can be sealed. */
  readonly newestKey: string | null;
  /** `belongsTo`: what the text is for, the same on opening. Throws without a key. */
  seal(text: string, belongsTo: readonly string[]): Promise<Sealed>;
  /** Null when it was changed, belongs elsewhere, or its key is gone. */
  open(sealed: string, belongsTo: readonly string[]): Promise<string | null>;
}

const FORMAT = 'v1';
/** Bytes; fresh for every text, as GCM demands. */
const NONCE = 12;
const KEY = 32;

/** `keys` as the environment has them: `id:base64,id:base64`, newest first. Throws when they are no such list. */
export function createSealer(keys: string): Sealer {
  const known = new Map(
    keys
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean)
      .map((entry) => readKey(entry)),
  );
  const [newestKey = null] = known.keys();
  return {
    newestKey,
    seal: async (text, belongsTo) => {
      const key = newestKey === null ? undefined : known.get(newestKey);
      if (newestKey === null || !key) throw new Error('There is no key to seal with.');
      const iv = crypto.getRandomValues(new Uint8Array(NONCE));
      const data = new TextEncoder().encode(text);
      const algorithm = { name: 'AES-GCM', iv, additionalData: context(belongsTo) };
      const bytes = await crypto.subtle.encrypt(algorithm, await importKey(key), data);
      return {
        text: [FORMAT, newestKey, base64url(iv), base64url(new Uint8Array(bytes))].join('.'),
        keyId: newestKey,
      };
    },
    open: async (sealed, belongsTo) => {
      const [format, keyId = '', iv = '', data = '', ...rest] = sealed.split('.');
      const key = known.get(keyId);
      if (format !== FORMAT || !key || rest.length > 0) return null;
      try {
        const algorithm = { name: 'AES-GCM', iv: fromBase64(iv), additionalData: context(belongsTo) };
        const bytes = await crypto.subtle.decrypt(algorithm, await importKey(key), fromBase64(data));
        return new TextDecoder().decode(bytes);
      } catch {
        return null;
      }
    },
  };
}

function readKey(entry: string): [string, Uint8Array<ArrayBuffer>] {
  const [, id, base64] = /^([a-z0-9-]{1,20}):([A-Za-z0-9+/_=-]+)$/.exec(entry) ?? [];
  const bytes = base64 === undefined ? null : fromBase64(base64);
  // Never the entry itself: it is a key.
  if (id === undefined || bytes?.length !== KEY)
    throw new Error('ENCRYPTION_KEYS must be a list of id:key, each key 32 bytes in base64.');
  return [id, bytes];
}

function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function context(belongsTo: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(belongsTo));
}
