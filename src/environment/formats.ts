/** What a setting has to look like, each as a schema over its text. Pure; a value that does not fit is told by the format's name only. */
import * as z from 'zod';

/** Text that `holds`. */
const text = (holds: (value: string) => boolean) => z.string().refine(holds);

const isAddress = (value: string) =>
  URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && !/[?#]/.test(value);

const isThisMachine = (value: string) => /^(127\.0\.0\.1|localhost|\[::1\])$/.test(new URL(value).hostname);

/** As browsers send it: no path, no slash at the end. */
const isOrigin = (value: string) => isAddress(value) && new URL(value).origin === value;

const KEY_BYTES = 32;

function isSealingKey(entry: string): boolean {
  const [, base64] = /^[a-z0-9-]{1,20}:([A-Za-z0-9+/_-]+)={0,2}$/.exec(entry) ?? [];
  return base64 !== undefined && Math.floor((base64.length * 6) / 8) === KEY_BYTES;
}

function isKeys(value: string): boolean {
  try {
    return z.record(z.string(), z.string().min(1)).parse(JSON.parse(value)) !== null && value.trim() !== '{}';
  } catch {
    return false;
  }
}

/** A key that opens everything must not be handed to browsers: new ones say so by name, old ones inside the token. */
function isPublicKey(value: string): boolean {
  if (/\s/.test(value) || value.startsWith('sb_secret_')) return false;
  const [, claims] = value.split('.');
  if (claims === undefined) return true;
  try {
    const { role } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))) as { role?: unknown };
    return role === 'anon';
  } catch {
    return false;
  }
}

const entries = (value: string) =>
  value
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);

export const FORMATS = {
  /** A folder, a file, a name: anything that is not blank. */
  words: text((value) => value.trim() !== ''),
  secret: text((value) => !/\s/.test(value)),
  publicKey: text(isPublicKey),
  keys: text(isKeys),
  address: text(isAddress),
  publicAddress: text((value) => isAddress(value) && (value.startsWith('https:') || isThisMachine(value))),
  origin: text((value) => isOrigin(value) && (value.startsWith('https:') || isThisMachine(value))),
  origins: text((value) => entries(value).length > 0 && entries(value).every(isOrigin)),
  port: text((value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535),
  region: text((value) => /^[a-z]{2}(-[a-z]+)+-\d$/.test(value)),
  sealingKeys: text((value) => entries(value).length > 0 && entries(value).every(isSealingKey)),
  localHosts: text((value) => entries(value).every((entry) => /^[a-z0-9.-]+=\d{1,5}$/.test(entry))),
  names: text((value) => /^[\w-]+(,[\w-]+)*$/.test(value)),
  twilioAccount: text((value) => /^AC[0-9a-f]{32}$/i.test(value)),
  twilioKey: text((value) => /^SK[0-9a-f]{32}$/i.test(value)),
  twilioSender: text((value) => /^(\+[1-9]\d{6,14}|MG[0-9a-f]{32}|[A-Za-z0-9 ]{1,11})$/i.test(value)),
  twilioRegion: text((value) => /^[a-z0-9]{2,20}\.[a-z0-9]{2,10}$/.test(value)),
  sender: text((value) => /^(?:[^<>@]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(value.trim())),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type Format = keyof typeof FORMATS;
