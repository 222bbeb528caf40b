/** Chats with payloads that we did not write. The clock says Wednesday, 25 November 2026. */
import { expect } from 'vitest';
import type { JsonRecord } from '../../runtime/record.ts';
import { testSandbox } from '../../testing.ts';
import type { FOREIGN } from './foreign-payloads.ts';

/** What a caller says, what is then said and called, and why. */
export interface Talk {
  readonly to: keyof typeof FOREIGN;
  readonly who: string;
  readonly talk: readonly (readonly string[])[];
  readonly because: readonly string[];
}

interface ToolCall {
  readonly function: { readonly name: string; readonly arguments: string };
}
interface Output {
  readonly role: string;
  readonly content: string;
  readonly tool_calls?: readonly ToolCall[];
}

/** A chat from the first message on; gives the turns behind it, and every reason as a line. */
export async function chat(target: JsonRecord, inputs: readonly string[]) {
  const { send } = testSandbox();
  const turns: string[][] = [];
  let id = '';
  for (const input of ['', ...inputs]) {
    const answer = await send('POST', '/chat', { input, ...(id === '' ? target : { previousChatId: id }) });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    id = answer.body.id;
    const output = answer.body.output as readonly Output[];
    turns.push(
      output.flatMap(({ role, content, tool_calls = [] }) => [
        ...(role === 'assistant' && content !== '' ? [content.replaceAll('\u202f', ' ')] : []),
        ...tool_calls.map((call) => `${call.function.name} ${call.function.arguments}`),
      ]),
    );
  }
  const { body } = await send('GET', `/sandbox/control/conversations/${id}`);
  const reasons = body.reasons as readonly { code: string; params: Record<string, string> }[];
  return {
    turns: turns.slice(1),
    because: reasons.map(({ code, params }) => [code, ...Object.values(params)].join(': ')),
  };
}
