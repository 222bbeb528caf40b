/** `/chat/responses`: a chat in the shape of OpenAI's Responses API. Knows no conversation; pure but for the stream. */
import { type JsonRecord, recordsOf, textOf } from '../runtime/record.ts';
import type { Resource } from '../store.ts';

interface OutputMessage {
  readonly id: string;
  readonly content: readonly { readonly type: 'output_text'; readonly text: string }[];
}

export interface ResponseObject extends JsonRecord {
  readonly id: string;
  readonly output: readonly OutputMessage[];
}

/** What the assistant said; tool calls are Vapi's own business and not shown. */
export function responseOf(chat: Resource): ResponseObject {
  const said = recordsOf(chat.output).filter(({ role, content }) => role === 'assistant' && content !== '');
  return {
    id: chat.id,
    object: 'response',
    created_at: Math.floor(Date.parse(chat.createdAt) / 1000),
    status: 'completed',
    error: null,
    output: said.map(({ content }, index) => ({
      id: `msg_${chat.id}_${index}`,
      type: 'message',
      role: 'assistant',
      status: 'completed',
      content: [{ type: 'output_text', text: textOf(content), annotations: [] }],
    })),
  };
}

/** Server-sent events: every word, every whole text, and the response at the end. */
export function responseEvents(response: ResponseObject): Response {
  const events = response.output.flatMap(({ id, content: [text] }, output_index) => {
    const place = { item_id: id, output_index, content_index: 0 };
    const words = (text?.text ?? '').split(/(?<= )/);
    return [
      ...words.map((delta) => ({ type: 'response.output_text.delta', ...place, delta })),
      { type: 'response.output_text.done', ...place, text: text?.text ?? '' },
    ];
  });
  const all = [...events, { type: 'response.completed', response }];
  return new Response(
    all.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join(''),
    { status: 201, headers: { 'content-type': 'text/event-stream' } },
  );
}
