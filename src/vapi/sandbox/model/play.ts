/**
 * A play: a dialogue written as a generator that says, listens and calls tools. `perform` runs it against the
 * messages so far: nothing is remembered between two replies, so a conversation survives a restart.
 */
import type { ModelCall, ModelMessage, ModelReply, Reason } from './model.ts';

export type Act =
  /** `repeats`: the question that is put again because the answer was not understood. */
  | { readonly type: 'say'; readonly text: string; readonly repeats?: string }
  | { readonly type: 'listen' }
  | { readonly type: 'call'; readonly call: ModelCall }
  /** Tells why what follows is done. */
  | { readonly type: 'because'; readonly reason: Reason };

/** Resumed with what was heard after `listen`, the result after `call`, and an empty text after `say` and `because`. */
export type Play<Value = void> = Generator<Act, Value, string>;

export function* say(text: string): Play {
  if (text.trim() !== '') yield { type: 'say', text: text.trim() };
}

export function* sayAgain(apology: string, question: string): Play {
  yield { type: 'say', text: `${apology} ${question}`, repeats: question };
}

export function* listen(): Play<string> {
  return yield { type: 'listen' };
}

export function* because(code: string, params: Reason['params'] = {}): Play {
  yield { type: 'because', reason: { code, params } };
}

export function* call(name: string, args: Readonly<Record<string, unknown>>): Play<string> {
  return yield { type: 'call', call: { name, arguments: args } };
}

/** Replays the play up to the last message and gives what comes next. Pure when the play is. */
export function perform(play: Play, messages: readonly ModelMessage[]): ModelReply {
  const inputs = messages.filter((message) => message.role !== 'assistant');
  let at = 0;
  let said: string[] = [];
  let reasons: Reason[] = [];
  let step = play.next('');
  while (!step.done) {
    const act = step.value;
    if (act.type === 'say') {
      said.push(act.text);
      step = play.next('');
      continue;
    }
    if (act.type === 'because') {
      reasons.push(act.reason);
      step = play.next('');
      continue;
    }
    const wanted = act.type === 'listen' ? 'user' : 'tool';
    // An answer that nobody waits for (a caller talking over a running tool) is passed over.
    while (at < inputs.length && inputs[at]!.role !== wanted) at += 1;
    const input = inputs[at];
    if (!input) return replyOf(said, act.type === 'call' ? [act.call] : [], reasons);
    at += 1;
    said = [];
    reasons = [];
    step = play.next(input.content);
  }
  return replyOf(said, [], reasons);
}

function replyOf(
  said: readonly string[],
  toolCalls: readonly ModelCall[],
  because: readonly Reason[],
): ModelReply {
  return { content: said.join(' '), toolCalls, ...(because.length > 0 ? { because } : {}) };
}
