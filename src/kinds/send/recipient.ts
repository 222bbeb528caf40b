/** To whom a message goes. Pure. */
import type { InformationId, InformationType, Surroundings } from '../../flow/document.ts';
import { toE164 } from '../../flow/phone-number.ts';

export const CHANNELS = ['sms', 'email'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Words of the field `to` that are no information. */
export const CALLER = 'caller';
export const ME = 'me';

/** The type of information by which a channel reaches somebody. */
export const REACHED_BY: Readonly<Record<Channel, InformationType>> = { sms: 'phone', email: 'email' };

export type Recipient =
  /** The number that calls. */
  | { readonly type: 'caller' }
  | { readonly type: 'address'; readonly address: string }
  | { readonly type: 'information'; readonly id: InformationId };

interface Addressed {
  readonly channel: Channel;
  readonly to: string;
  readonly address: string;
}

/** Null when nobody can be reached: no or a wrong address, an information of another sort, an e-mail to a telephone. */
export function recipientOf({ channel, to, address }: Addressed, document: Surroundings): Recipient | null {
  if (to === CALLER) return channel === 'sms' ? { type: 'caller' } : null;
  if (to === ME) {
    const known = channel === 'sms' ? toE164(address) : toEmail(address);
    return known === null ? null : { type: 'address', address: known };
  }
  if (!Object.hasOwn(document.information, to)) return null;
  const id = to as InformationId;
  return document.information[id]?.type === REACHED_BY[channel] ? { type: 'information', id } : null;
}

/** The address without white space around it; null when it has not the form `name@domain.tld` (RFC 5321: 254 characters). */
export function toEmail(written: string): string | null {
  const address = written.trim();
  if (address.length > 254) return null;
  return /^[^\s@<>()[\]{}",;:\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u.test(
    address,
  )
    ? address
    : null;
}
