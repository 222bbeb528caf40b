/**
 * A simulation as browsers know it: Vapi's ids and what was played, with a seal over them, the person and the flow. Nobody can look
 * at somebody else's, nor at their own as if another drawing had been played.
 */
import { base64url, equals, hmac } from '../_shared/secret.ts';
import type { ConversationOwner } from './conversation-token.ts';

export interface BegunRun {
  readonly run: string;
  readonly item: string;
  /** Marks of the drawing, and of what was pretended. */
  readonly drawing: string;
  readonly pretence: string;
}

export async function sealSimulation(
  secret: string,
  { run, item, drawing, pretence }: BegunRun,
  owner: ConversationOwner,
): Promise<string> {
  const text = [run, item, drawing, pretence].join('.');
  return `${text}.${await seal(secret, text, owner)}`;
}

/** Null when the seal is not ours, or for somebody else. */
export async function openSimulation(
  secret: string,
  token: string,
  owner: ConversationOwner,
): Promise<BegunRun | null> {
  const end = token.lastIndexOf('.');
  const text = token.slice(0, Math.max(end, 0));
  const [run, item, drawing, pretence, more] = text.split('.');
  if (!run || !item || !drawing || !pretence || more !== undefined) return null;
  const isOurs = equals(token.slice(end + 1), await seal(secret, text, owner));
  return isOurs ? { run, item, drawing, pretence } : null;
}

/** 128 bits of it are enough, and leave the token short. */
async function seal(secret: string, text: string, { person, flow }: ConversationOwner): Promise<string> {
  const bytes = await hmac(secret, JSON.stringify(['simulation', text, person, flow]));
  return base64url(bytes.slice(0, 16));
}
