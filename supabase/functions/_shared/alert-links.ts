/**
 * The links in e-mails of alerts: yes, this address wants them; no more of them. What stands in a link is signed, not stored, and opens
 * this one channel at this one address alone.
 */
import * as z from 'zod';
import type { Deps } from './deps.ts';
import { base64url, equals, hmac } from './secret.ts';

export const WISHES = ['confirm', 'stop'] as const;
export type Wish = (typeof WISHES)[number];

export interface LinkedChannel {
  readonly id: string;
  readonly workspace: string;
  readonly address: string;
}

const wishShape = z.enum(WISHES);

/** Where the link leads. The app that asks, or the first of ours. */
export async function linkOf(
  { settings }: Pick<Deps, 'settings'>,
  wish: Wish,
  channel: LinkedChannel,
  origin: string = originOf(settings),
): Promise<string> {
  const seal = await sealOf(settings.conversationSecret, wish, channel);
  return `${origin}/alert-mails#${wish}.${channel.id}.${seal}`;
}

/** The app's address, for links that nobody asked for just now; empty where none is known. */
export function originOf({ origins }: Deps['settings']): string {
  const [first = ''] = origins;
  return first;
}

/** What a token says of itself; null when it is none. Not yet to be believed. */
export function readToken(token: string): { wish: Wish; channel: string; seal: string } | null {
  const [wish, channel = '', seal = '', ...rest] = token.split('.');
  const known = wishShape.safeParse(wish);
  if (!known.success || !z.uuid().safeParse(channel).success || rest.length > 0) return null;
  return { wish: known.data, channel, seal };
}

/** Whether we sealed it for this channel as it is now. */
export async function isOurs(
  { settings }: Pick<Deps, 'settings'>,
  { wish, seal }: { readonly wish: Wish; readonly seal: string },
  channel: LinkedChannel,
): Promise<boolean> {
  return equals(seal, await sealOf(settings.conversationSecret, wish, channel));
}

async function sealOf(
  secret: string,
  wish: Wish,
  { id, workspace, address }: LinkedChannel,
): Promise<string> {
  const bytes = await hmac(secret, JSON.stringify(['alert-link', wish, id, workspace, address]));
  return base64url(bytes.slice(0, 24));
}
