/** The address that a request goes to: what is wrong with it, and its chips. Pure; asks no name server. */
import { type InformationId, informationIn } from '../../flow/document.ts';

/**
 * `not-https`: another scheme, or none. `login`: a name or password before the host. `chip`: information inside the host, so
 * that a caller could choose who is asked. `private`: a host that only a machine inside a network reaches.
 */
export type AddressFault = 'malformed' | 'not-https' | 'login' | 'chip' | 'private';

const CHIP = /\{\{([a-zA-Z][a-zA-Z0-9_]{0,39})\}\}/g;

/** What forbids the address, or null. Information may stand in path and query only. */
export function addressFault(address: string): AddressFault | null {
  const url = address.trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, and would show another address than is asked
  if (/[\s\\\u0000-\u001f\u007f]/.test(url)) return 'malformed';
  if (url.startsWith('{{')) return 'chip';
  const authority = /^https:\/\/([^/?#]*)/i.exec(url)?.[1];
  if (authority === undefined) return 'not-https';
  if (/[{}]/.test(authority)) return 'chip';
  if (authority.includes('@')) return 'login';
  const example = url.replaceAll(CHIP, 'x');
  if (!URL.canParse(example)) return 'malformed';
  return isPrivate(new URL(example).hostname) ? 'private' : null;
}

/** The host of an address without fault, with its port when it is an unusual one. */
export function hostOf(address: string): string {
  return new URL(address.trim().replaceAll(CHIP, 'x')).host;
}

/** Information that stands in the address. */
export function chipsOf(address: string): InformationId[] {
  return informationIn(address);
}

/** The address with each chip replaced; braces that are no chip cannot be taken for a template. */
export function replaceChips(address: string, replace: (id: InformationId) => string): string {
  let result = '';
  let from = 0;
  const inert = (text: string) => text.replaceAll('{', '%7B').replaceAll('}', '%7D');
  const url = address.trim();
  for (const chip of url.matchAll(CHIP)) {
    result += inert(url.slice(from, chip.index)) + replace(chip[1] as InformationId);
    from = chip.index + chip[0].length;
  }
  return result + inert(url.slice(from));
}

const PRIVATE_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa|test|invalid)$/;

/** Special-purpose addresses (IANA registries of RFC 6890), names without a dot, and names that only local networks know. */
function isPrivate(hostname: string): boolean {
  const host = hostname.replace(/\.$/, '').toLowerCase();
  if (host.startsWith('[')) return isPrivateSixth(host.slice(1, -1));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return isPrivateFourth(host.split('.').map(Number));
  return !host.includes('.') || PRIVATE_NAME.test(host);
}

function isPrivateFourth([a = 0, b = 0, c = 0]: readonly number[]): boolean {
  return (
    [0, 10, 127].includes(a) ||
    a >= 224 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)))) ||
    (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) ||
    (a === 203 && b === 0 && c === 113)
  );
}

/** Of version 6 only global unicast (2000::/3) is public, without tunnels and examples. */
function isPrivateSixth(address: string): boolean {
  return (
    !/^[23]/.test(address) ||
    address.split(':')[0]!.length < 4 ||
    /^(2001:(0|db8|10|20)?:|2002:|3fff:)/.test(address)
  );
}
