/**
 * The id of a conversation as browsers know it: Vapi's chat id with a seal over it, the person and the flow. Nobody can
 * continue somebody else's conversation, or their own with another flow.
 */
import { base64url, equals, hmac } from '../_shared/secret.ts';

export interface ConversationOwner {
  readonly person: string;
  readonly flow: string;
}

export async function sealConversation(
  secret: string,
  chat: string,
  owner: ConversationOwner,
): Promise<string> {
  return `${chat}.${await seal(secret, chat, owner)}`;
}

/** The chat id; null when the seal is not ours, or for somebody else. */
export async function openConversation(
  secret: string,
  token: string,
  owner: ConversationOwner,
): Promise<string | null> {
  const dot = token.lastIndexOf('.');
  const chat = token.slice(0, Math.max(dot, 0));
  return chat !== '' && equals(token.slice(dot + 1), await seal(secret, chat, owner)) ? chat : null;
}

/** 128 bits of it are enough, and leave the token short. */
async function seal(secret: string, chat: string, { person, flow }: ConversationOwner): Promise<string> {
  const bytes = await hmac(secret, JSON.stringify(['conversation', chat, person, flow]));
  return base64url(bytes.slice(0, 16));
}
