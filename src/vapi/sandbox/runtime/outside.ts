/** What a conversation needs from outside itself. Knows no HTTP. */
import type { Model } from '../model/model.ts';
import type { Ports } from '../ports.ts';
import type { Conversation } from './conversation.ts';
import type { Render } from './liquid.ts';
import type { JsonRecord } from './record.ts';

export interface ToolRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON; undefined for none. */
  readonly body: unknown;
  readonly timeoutSeconds: number;
  /** The credential that signs it; empty for none. */
  readonly credentialId: string;
}

export interface Outside extends Ports {
  readonly model: Model;
  readonly render: Render;
  /** Sends a server message that wants an answer; null when there is none. */
  askServer(conversation: Conversation, server: JsonRecord, message: JsonRecord): Promise<unknown>;
  /** A request of an `apiRequest` tool; null when it failed or may not leave this machine. */
  request(request: ToolRequest): Promise<string | null>;
  /** Whether somebody answers a transferred call. */
  isAnswered(destination: JsonRecord): boolean;
  /** The text of an uploaded file; empty for what is no text, and for what is not there. */
  fileText(id: string): string;
  /** A member has begun to speak. */
  memberStarted(conversation: Conversation): void;
}
