/**
 * Which addresses on the internet may be asked on somebody's behalf: public ones over https. Pure; resolves no name.
 * Node's `URL` has already rewritten odd spellings (decimal, octal, hexadecimal) when a host is looked at here.
 */
import ipaddr from 'ipaddr.js';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';

/** https and its usual second choice. */
const PORTS: ReadonlySet<number> = new Set([443, 8443]);
/** Of version 6, only what is handed out for the whole internet (IANA), without the documentation's second range. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
const DOCUMENTATION = ipaddr.IPv6.parseCIDR('3fff::/20');

/** Whether an address as text is anybody's on the internet. False for private and special ranges, tunnels, and what is none. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  if (address instanceof ipaddr.IPv4) return ipaddr.IPv4.isValidFourPartDecimal(text);
  return address.match(GLOBAL_UNICAST) && !address.match(DOCUMENTATION) && address.zoneId === undefined;
}

export interface Destination {
  /** As it is written in the certificate and the `Host` header: a name, or an address without brackets. */
  readonly host: string;
  readonly isAddress: boolean;
  readonly port: number;
  /** Path and query. */
  readonly path: string;
}

export type AddressRefusal = 'malformed' | 'not-https' | 'login' | 'port' | 'private';

/** Where an address leads, or why nobody goes there. */
export function readDestination(address: string): Result<Destination, AddressRefusal> {
  if (!URL.canParse(address)) return fail('malformed');
  const url = new URL(address);
  if (url.protocol !== 'https:') return fail('not-https');
  if (url.username !== '' || url.password !== '') return fail('login');
  const port = url.port === '' ? 443 : Number(url.port);
  if (!PORTS.has(port)) return fail('port');
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  const isAddress = ipaddr.isValid(host);
  if (isAddress ? !isPublicAddress(host) : !isPublicName(host)) return fail('private');
  return succeed({ host, isAddress, port, path: `${url.pathname}${url.search}` });
}

/** Names without a dot, and those that only local networks know (RFC 6761, 6762, 8375, 9476). */
function isPublicName(host: string): boolean {
  return (
    /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]*[a-z][a-z0-9-]*$/.test(host) &&
    !/(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|test|invalid|onion|alt)$/.test(
      host,
    )
  );
}
