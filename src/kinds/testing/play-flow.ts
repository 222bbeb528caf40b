/** Plays a drawing for tests: compiles its preview and talks to it through the sandbox, which sees nothing but the payload. */
import { type CallLanguage, emptyDocument, type FlowDocument, type NodeId } from '../../flow/document.ts';
import type { Runtime } from '../../flow/kind.ts';
import { fromChat } from '../../publish/conversation.ts';
import { createSandbox, type SandboxOptions } from '../../vapi/sandbox/sandbox.ts';
import { compileFlow, traceCall } from '../registry.ts';

interface Drawn {
  readonly kind: string;
  readonly data: unknown;
  /** Exit → id of the next step. */
  readonly to?: Readonly<Record<string, string>>;
}

/** A document from steps by id and information by id and type. */
export function drawFlow(
  language: CallLanguage,
  steps: Readonly<Record<string, Drawn>>,
  information: Readonly<Record<string, { readonly name: string; readonly type: string }>> = {},
): FlowDocument {
  const nodes = Object.entries(steps).map(([id, { kind, data }], index) => [
    id,
    { id, kind, position: { x: index * 320, y: 0 }, data },
  ]);
  const edges = Object.entries(steps).flatMap(([from, { to = {} }]) =>
    Object.entries(to).map(([exit, next]) => [
      `${from}-${exit}`,
      { id: `${from}-${exit}`, from, exit, to: next },
    ]),
  );
  return {
    ...emptyDocument('Test', language),
    nodes: Object.fromEntries(nodes),
    edges: Object.fromEntries(edges),
    information: Object.fromEntries(Object.entries(information).map(([id, one]) => [id, { id, ...one }])),
  } as unknown as FlowDocument;
}

export interface Played {
  /** What was said in each turn, the greeting first. */
  readonly turns: readonly (readonly string[])[];
  readonly visited: readonly NodeId[];
  readonly tools: readonly { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> }[];
}

export async function playFlow(
  document: FlowDocument,
  lines: readonly string[],
  options: Partial<SandboxOptions> & { readonly runtime?: Runtime } = {},
): Promise<Played> {
  const { runtime, ...rest } = options;
  const { payload, manifest } = compileFlow(document, { mode: 'preview', ...(runtime ? { runtime } : {}) });
  if (!payload) throw new Error('Nothing answers');
  const target = payload.type === 'squad' ? { squad: payload.squad } : { assistant: payload.assistant };
  const sandbox = createSandbox({ key: 'key', seed: 1, now: () => Date.UTC(2026, 10, 24, 11), ...rest });
  let previousChatId: string | undefined;
  let messages: ReturnType<typeof fromChat> = [];
  const turns: string[][] = [];
  for (const input of ['', ...lines]) {
    const response = await sandbox.fetch(
      new Request('http://sandbox/chat', {
        method: 'POST',
        headers: { authorization: 'Bearer key', 'content-type': 'application/json' },
        body: JSON.stringify({ input, ...(previousChatId ? { previousChatId } : target) }),
      }),
    );
    const chat = (await response.json()) as { id: string; messages: never[]; output: never[] };
    if (response.status !== 201) throw new Error(JSON.stringify(chat));
    previousChatId = chat.id;
    const said = fromChat(chat.output);
    turns.push(said.flatMap((message) => (message.role === 'assistant' ? [message.text] : [])));
    const heard = input === '' ? [] : [{ role: 'user', content: input }];
    messages = [...fromChat([...chat.messages, ...heard] as never), ...said];
  }
  return {
    turns,
    visited: traceCall(document, manifest, messages).visits.map(({ node }) => node),
    tools: messages.flatMap((message) =>
      message.role === 'tool-call' && message.tool !== manifest.progressTool
        ? [{ tool: message.tool, arguments: message.arguments }]
        : [],
    ),
  };
}
