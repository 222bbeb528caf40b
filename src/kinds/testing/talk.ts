/**
 * Talks to a drawing for tests: its compiled preview, played by the sandbox, which sees nothing but the payload. What the
 * caller says may depend on the steps seen so far. Knows no step kind.
 */
import { beginningAt, chatTarget, type Pretence } from '../../flow/compile/pretend.ts';
import type { FlowDocument } from '../../flow/document.ts';
import type { Runtime } from '../../flow/kind.ts';
import type { CallMessage, Trace } from '../../flow/trace.ts';
import { fromChat } from '../../publish/conversation.ts';
import { refereed } from '../../vapi/contract/testing/referee.ts';
import { createSandbox, type SandboxOptions } from '../../vapi/sandbox/sandbox.ts';
import { compileFlow, registry, traceCall } from '../registry.ts';

/** What the caller says next, after what has happened and was said so far; null says nothing more. */
export type Caller = (trace: Trace) => string | null;

export interface TalkOptions extends Partial<SandboxOptions> {
  readonly runtime?: Runtime;
  readonly pretence?: Pretence;
}

export interface Talk {
  readonly trace: Trace;
  readonly messages: readonly CallMessage[];
  /** What was said in each turn, the greeting first. */
  readonly turns: readonly (readonly string[])[];
  readonly progressTool: string | undefined;
}

/** More turns than any drawing of a test needs. */
const MOST_TURNS = 120;

/** A caller who says these lines, whatever happens. */
export function sayingLines(lines: readonly string[]): Caller {
  const rest = [...lines];
  return () => rest.shift() ?? null;
}

/** Until the caller has nothing more to say, or the call is over. Throws when the sandbox refuses the payload. */
export async function talk(
  document: FlowDocument,
  caller: (trace: Trace, turns: Talk['turns']) => string | null,
  options: TalkOptions = {},
): Promise<Talk> {
  const { runtime, pretence = {}, now = () => Date.UTC(2026, 10, 24, 11), ...rest } = options;
  const played = pretence.from === undefined ? document : beginningAt(document, registry, pretence.from);
  const { payload, manifest } = compileFlow(document, {
    mode: 'preview',
    pretence,
    ...(runtime ? { runtime } : {}),
  });
  if (!payload) throw new Error('Nothing answers');
  const { fetch } = createSandbox({ key: 'key', seed: 1, now, ...rest });
  const ask = refereed(fetch);
  let target: object = chatTarget(payload, pretence);
  const messages: CallMessage[] = [];
  const turns: string[][] = [];
  const isOver = () => messages.some((message) => message.role === 'tool-call' && message.tool === 'endCall');
  let trace = traceCall(played, manifest, messages, pretence.now ?? now());
  for (
    let input: string | null = '';
    input !== null && turns.length < MOST_TURNS;
    input = caller(trace, turns)
  ) {
    const response = await ask(
      new Request('http://sandbox/chat', {
        method: 'POST',
        headers: { authorization: 'Bearer key', 'content-type': 'application/json' },
        body: JSON.stringify({ input, ...target }),
      }),
    );
    const chat = (await response.json()) as { id: string; output: never[] };
    if (response.status !== 201) throw new Error(JSON.stringify(chat));
    target = { previousChatId: chat.id };
    const answers = fromChat(chat.output);
    turns.push(answers.flatMap((message) => (message.role === 'assistant' ? [message.text] : [])));
    messages.push(...(input === '' ? [] : [{ role: 'caller' as const, text: input }]), ...answers);
    trace = traceCall(played, manifest, messages, pretence.now ?? now());
    if (isOver()) break;
  }
  return { trace, messages, turns, progressTool: manifest.progressTool };
}
