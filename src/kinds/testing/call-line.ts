/** Calls a drawing by telephone for tests: compiled for a line, published to the sandbox, and talked to over its network. */
import type { FlowDocument } from '../../flow/document.ts';
import { refereed } from '../../vapi/contract/testing/referee.ts';
import { createSandbox } from '../../vapi/sandbox/sandbox.ts';
import { compileFlow } from '../registry.ts';

export interface CallOptions {
  /** Whose number it is. */
  readonly provider?: string;
  readonly now?: number;
  /** E.164 numbers that are never answered. */
  readonly silentNumbers?: readonly string[];
}

export interface Called {
  /** What was said in each turn, the greeting first. */
  readonly turns: readonly (readonly string[])[];
  /** Numbers dialled, in order. */
  readonly dialled: readonly string[];
  readonly endedReason: string | undefined;
}

const KEY = 'key';

export async function callLine(
  document: FlowDocument,
  lines: readonly string[],
  { provider, now = Date.UTC(2026, 10, 24, 11), silentNumbers = [] }: CallOptions = {},
): Promise<Called> {
  const { payload } = compileFlow(document, { mode: 'publish', ...(provider ? { provider } : {}) });
  if (!payload) throw new Error('Nothing answers');
  const { fetch } = createSandbox({ key: KEY, seed: 1, now: () => now });
  const ask = refereed(fetch);
  const send = async (method: string, path: string, body?: unknown) => {
    const response = await ask(
      new Request(`http://sandbox${path}`, {
        method,
        headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const answer = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return answer;
  };
  const [number] = await send('GET', '/phone-number');
  const target =
    payload.type === 'assistant'
      ? { assistantId: (await send('POST', '/assistant', payload.assistant)).id }
      : { squadId: (await send('POST', '/squad', payload.squad)).id };
  await send('PATCH', `/phone-number/${number.id}`, target);
  await send('POST', '/sandbox/line/settings', { answersTransfers: true, silentNumbers });
  const opened = await send('POST', '/sandbox/line/calls', { to: number.number, from: '+33612345678' });
  const turns: (readonly string[])[] = [opened.said];
  for (const text of lines)
    turns.push((await send('POST', `/sandbox/line/calls/${opened.callId}/say`, { text })).said);
  const call = await send('GET', `/call/${opened.callId}`);
  return { turns, dialled: dialledIn(call), endedReason: call.endedReason };
}

interface CallJson {
  readonly artifact?: {
    readonly messages?: readonly {
      readonly toolCalls?: readonly {
        readonly function: { readonly name: string; readonly arguments: unknown };
      }[];
    }[];
  };
}

function dialledIn({ artifact }: CallJson): string[] {
  const calls = (artifact?.messages ?? []).flatMap(({ toolCalls = [] }) => toolCalls);
  return calls
    .filter((call) => call.function.name === 'transferCall')
    .map(({ function: { arguments: given } }) => {
      const read = typeof given === 'string' ? JSON.parse(given) : given;
      return String((read as { destination?: unknown }).destination);
    });
}
