/** `POST /rehearsals`: one turn with the compiled draft, over Vapi's chat. Knows nothing of publishing. */
import { chatTarget, type Pretence } from '../../../src/flow/compile/pretend.ts';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import { type RehearsalAnswer, rehearsalRequest } from '../../../src/publish/wire.ts';
import type { VapiApi } from '../../../src/vapi/contract/api.ts';
import type { Chat, CreateChatBody } from '../../../src/vapi/contract/chat.ts';
import type { Person } from '../_shared/auth.ts';
import { rehearsalsWith, takeBudget } from '../_shared/budget.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';
import { accountOf } from '../_shared/vapi-accounts.ts';
import { refuseAsVapi } from '../_shared/vapi-failure.ts';
import { openConversation, sealConversation } from './conversation-token.ts';
import { compileDraft } from './draft.ts';
import { type CompiledFlow, findFlow } from './flow.ts';
import { type HeldTurn, playedAs, readHeld } from './held-turn.ts';

/** In place of a chat id: greeted by us, nothing at Vapi yet. */
const NOT_BEGUN = 'new';

export async function rehearse(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, rehearsalRequest);
  if (!body.ok) return body.failure;
  const { flowId, input, previous } = body.value;
  const pretence = (body.value.pretence ?? {}) as Pretence;
  const flow = await findFlow(person, flowId);
  if (!flow.ok) return flow.failure;
  const owner = { person: person.id, flow: flowId };
  const secret = deps.settings.conversationSecret;
  const chatId = previous === undefined ? null : await openConversation(secret, previous, owner);
  if (previous !== undefined && chatId === null) return refuse('not-found');
  if (previous !== undefined && input === undefined) return refuse('bad-request', { field: 'input' });
  const workspace = flow.value.workspace_id;
  // Whoever talks waits for the slowest only; how many turns there may be depends on the account.
  const asked = accountOf(deps, workspace);
  const [isWithinBudget, draft] = await Promise.all([
    asked.then((found) =>
      takeBudget(deps.service, workspace, rehearsalsWith(found.ok && found.value.isSandbox)),
    ),
    compileDraft(deps, flow.value, pretence, asked),
  ]);
  if (!isWithinBudget) return refuse('too-often');
  if (!draft.ok) return draft.failure;
  const { account, compiled } = draft.value;

  const turn = await takeTurn(account.api, compiled, pretence, chatId, input ?? '');
  if (!turn.ok) return turn.failure;
  const { spoken, ...heard } = readHeld(playedAs(compiled, pretence), turn.value);
  return answer({
    ...heard,
    said: spoken.flatMap(({ who, text, node }) => (who === 'assistant' ? [{ text, node }] : [])),
    conversation: heard.end === null ? await sealConversation(secret, turn.value.conversation, owner) : null,
    sandbox: account.isSandbox,
  } satisfies RehearsalAnswer);
}

interface Turn extends HeldTurn {
  readonly conversation: string;
}

async function takeTurn(
  vapi: VapiApi,
  compiled: CompiledFlow,
  pretence: Pretence,
  chatId: string | null,
  input: string,
): Promise<Result<Turn, Response>> {
  const target: Partial<CreateChatBody> = chatTarget(compiled.payload, pretence);
  const previous = chatId === null || chatId === NOT_BEGUN ? {} : { previousChatId: chatId };
  const chat = await vapi.createChat({ ...target, ...previous, input });
  if (chat.ok) return succeed({ ...turnOf(chat.value, input), ...atPretended(pretence) });
  // An empty input lets the sandbox speak first; whether Vapi takes one is not documented. Then we greet.
  const isFirst = chatId === null && input === '';
  if (isFirst && chat.failure.kind === 'refused' && chat.failure.status === 400)
    return succeed(greet(compiled));
  return fail(refuseAsVapi(chat.failure));
}

function turnOf(chat: Chat, input: string): Turn {
  const before = [...(chat.messages ?? []), ...(input === '' ? [] : [{ role: 'user', content: input }])];
  const at = Date.parse(chat.createdAt ?? '');
  return { conversation: chat.id, at: Number.isNaN(at) ? null : at, before, now: chat.output ?? [] };
}

/** The calendar of the pretended day has decided. */
function atPretended({ now }: Pretence): Partial<Turn> {
  return now === undefined ? {} : { at: now };
}

function greet({ payload }: CompiledFlow): Turn {
  const first = payload.type === 'squad' ? payload.squad.members[0] : payload;
  const greeting = first && 'assistant' in first ? (first.assistant.firstMessage ?? '') : '';
  const content = greeting.replaceAll(/\{[{%].*?[%}]\}/gs, '').trim();
  return { conversation: NOT_BEGUN, at: null, before: [], now: [{ role: 'assistant', content }] };
}
