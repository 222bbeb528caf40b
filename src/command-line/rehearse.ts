/**
 * Plays a compiled flow in the sandbox with what a caller says. The sandbox sees nothing but the payload; the steps are
 * read back from what it did. The same lines at the same instant give the same call.
 */
import type { FlowDocument, NodeId } from '../flow/document.ts';
import type { Manifest, ManifestTool } from '../flow/manifest.ts';
import { compileFlow, traceCall } from '../kinds/registry.ts';
import { fail, type Result, succeed } from '../lib/result.ts';
import { fromChat, type TraceMessage } from '../publish/conversation.ts';
import type { Chat } from '../vapi/contract/chat.ts';
import { createSandbox } from '../vapi/sandbox/sandbox.ts';

export interface Rehearsal {
  readonly visited: readonly NodeId[];
  readonly said: readonly string[];
  readonly information: Readonly<Record<string, string>>;
  /** Null when the caller ran out of lines before the call was over. */
  readonly end: 'hung-up' | 'transferred' | null;
}

export interface RehearsalOptions {
  /** Milliseconds since the epoch; the clock stands still. */
  readonly now: number;
  /** A call that is passed on is not answered, and comes back. */
  readonly nobodyAnswers?: boolean;
}

const KEY = 'rehearsal';

/** Fails with the sandbox's own words when it refuses the payload. A flow that nothing answers is silent. */
export async function rehearse(
  document: FlowDocument,
  lines: readonly string[],
  { now, nobodyAnswers = false }: RehearsalOptions,
): Promise<Result<Rehearsal, string>> {
  const { payload, manifest } = compileFlow(document, { mode: 'preview' });
  if (!payload) return succeed({ visited: [], said: [], information: {}, end: null });
  const sandbox = createSandbox({ key: KEY, seed: 1, now: () => now });
  let target: object = payload.type === 'squad' ? { squad: payload.squad } : { assistant: payload.assistant };
  let messages: readonly TraceMessage[] = [];
  let end: Rehearsal['end'] = null;
  // The assistant speaks first.
  for (const input of ['', ...lines.filter((line) => line.trim() !== '')]) {
    const response = await sandbox.fetch(
      new Request('http://sandbox/chat', {
        method: 'POST',
        headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
        body: JSON.stringify({ input, ...target }),
      }),
    );
    if (!response.ok) return fail(await response.text());
    const chat = (await response.json()) as Chat;
    target = { previousChatId: chat.id };
    const heard = input === '' ? [] : [{ role: 'caller' as const, text: input }];
    const output = fromChat(chat.output ?? []);
    const away = nobodyAnswers ? -1 : output.findIndex(isCall(manifest, 'transfer'));
    // A chat cannot be passed on and goes on as if nobody had answered; on the phone the caller is away after the announcement.
    const back = output.findIndex((message, index) => index > away && message.role !== 'assistant');
    const said = away < 0 || back < 0 ? output : output.slice(0, back);
    messages = [...messages, ...heard, ...said];
    end = away >= 0 ? 'transferred' : said.some(isCall(manifest, 'end')) ? 'hung-up' : null;
    if (end !== null) break;
  }
  const { visits, information } = traceCall(document, manifest, messages, now);
  return succeed({
    visited: visits.map(({ node }) => node),
    said: messages.flatMap((message) => (message.role === 'assistant' ? [message.text] : [])),
    information: { ...information },
    end,
  });
}

function isCall(manifest: Manifest, role: ManifestTool['role']): (message: TraceMessage) => boolean {
  return (message) =>
    message.role === 'tool-call' &&
    manifest.tools.some((tool) => tool.name === message.tool && tool.role === role);
}
