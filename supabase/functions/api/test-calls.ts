/** Calls in the browser with the compiled draft: `/test-calls`. The browser gets the room's address, never a key nor what controls a call. */
import * as z from 'zod';
import { chatTarget, type Pretence } from '../../../src/flow/compile/pretend.ts';
import type { FlowDocument, NodeId } from '../../../src/flow/document.ts';
import { registry } from '../../../src/kinds/registry.ts';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import type { CompiledPayload } from '../../../src/publish/plan.ts';
import {
  type BegunTestCall,
  type TestCallAnswer,
  type TestCallState,
  type TestLineAnswer,
  testCallEnd,
  testCallRequest,
} from '../../../src/publish/test-call-wire.ts';
import type { AssistantBody } from '../../../src/vapi/contract/assistant.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { diallingOf } from '../_shared/dialling.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';
import { readableFiles } from '../_shared/knowledge-files.ts';
import { DRAFT, runtimeFor } from '../_shared/runtime-target.ts';
import { isSecret } from '../_shared/secrecy.ts';
import {
  beginTestCall,
  findTestCall,
  secondsLeft,
  settle,
  settleFromVapi,
  TEST_BUDGET,
  type TestCall,
} from '../_shared/test-calls.ts';
import { accountOf, type VapiAccount } from '../_shared/vapi-accounts.ts';
import { refuseAsVapi } from '../_shared/vapi-failure.ts';
import { type CompiledFlow, compileRow, findFlow } from './flow.ts';

export async function getTestLine(request: Request, person: Person, deps: Deps): Promise<Response> {
  const workspace = z.uuid().safeParse(new URL(request.url).searchParams.get('workspaceId'));
  if (!workspace.success) return refuse('bad-request', { field: 'workspaceId' });
  const refusal = await refuseUnless(person, workspace.data, 'viewer');
  if (refusal) return refusal;
  const account = await accountOf(deps, workspace.data);
  const { daySeconds, secondsPerCall } = TEST_BUDGET;
  return answer({
    line: !account.ok ? 'none' : account.value.isSandbox ? 'sandbox' : 'vapi',
    secondsLeft: await secondsLeft(deps, workspace.data),
    daySeconds,
    secondsPerCall,
  } satisfies TestLineAnswer);
}

export async function startTestCall(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, testCallRequest);
  if (!body.ok) return body.failure;
  const { flowId } = body.value;
  const flow = await findFlow(person, flowId);
  if (!flow.ok) return flow.failure;
  const workspace = flow.value.workspace_id;
  const refusal = await refuseUnless(person, workspace, 'editor');
  if (refusal) return refusal;
  const account = await accountOf(deps, workspace);
  if (!account.ok) return refuse(account.failure);
  const compiled = await compileForTalking(
    deps,
    flow.value,
    account.value,
    (body.value.pretence ?? {}) as Pretence,
  );
  if (!compiled.ok) return compiled.failure;

  const granted = await beginTestCall(deps, { workspace, person: person.id, flow: flowId });
  if ('refused' in granted) {
    const { refused } = granted;
    if (refused === 'not-found' || refused === 'not-allowed') return refuse(refused);
    return answer({ outcome: 'refused', reason: refused } satisfies TestCallAnswer);
  }
  const webCallUrl = await createRoom(deps, account.value, compiled.value, granted);
  if (!webCallUrl.ok) return webCallUrl.failure;
  return answer({
    outcome: 'begun',
    ...granted,
    webCallUrl: webCallUrl.value,
    manifest: compiled.value.manifest,
    transfers: compiled.value.transfers,
    sandbox: account.value.isSandbox,
  } satisfies BegunTestCall);
}

interface ForTalking extends CompiledFlow {
  readonly pretence: Pretence;
  readonly transfers: string[];
}

/** Twice where it passes calls on: Vapi refuses that in a browser, so it goes on as if nobody had answered. */
async function compileForTalking(
  deps: Deps,
  flow: Parameters<typeof compileRow>[0],
  { runtime }: VapiAccount,
  given: Pretence,
): Promise<Result<ForTalking, Response>> {
  const common = {
    mode: 'preview',
    files: await readableFiles(deps.service, flow.workspace_id),
    dialRefusal: await diallingOf(deps.service, flow.workspace_id),
    secrecy: await isSecret(deps.service, flow.workspace_id),
    metadata: { flow: flow.id },
    ...runtimeFor(runtime, flow.id, () => DRAFT),
  } as const;
  const whole = compileRow(flow, { ...common, pretence: given });
  if (!whole.ok) return whole;
  const { document, manifest } = whole.value;
  const transfers = [
    ...new Set(manifest.tools.filter(({ role }) => role === 'transfer').map(({ node }) => node)),
  ].sort();
  if (transfers.length === 0) return succeed({ ...whole.value, pretence: given, transfers });
  const pretence = { ...given, outcomes: { ...nobodyAnswers(document, transfers), ...given.outcomes } };
  const stubbed = compileRow(flow, { ...common, pretence });
  return stubbed.ok ? succeed({ ...stubbed.value, pretence, transfers }) : fail(stubbed.failure);
}

function nobodyAnswers({ nodes }: FlowDocument, transfers: readonly NodeId[]): Record<NodeId, string> {
  return Object.fromEntries(
    transfers.flatMap((id) => {
      const node = nodes[id];
      const kind = node && registry.get(node.kind);
      const failure = kind?.exits(node!.data).find(({ role }) => role === 'failure');
      return failure ? [[id, failure.id]] : [];
    }),
  );
}

/** The address of the room. A create whose answer is lost is not repeated: nobody knows that room, and it closes by itself. */
async function createRoom(
  deps: Deps,
  { api }: VapiAccount,
  { payload, pretence }: ForTalking,
  { id, seconds }: { readonly id: string; readonly seconds: number },
): Promise<Result<string, Response>> {
  const call = await api.createWebCall({
    ...chatTarget(limited(payload, seconds), pretence),
    // Whoever closes the page ends the call.
    roomDeleteOnUserLeaveEnabled: true,
  });
  if (!call.ok) {
    if (call.failure.kind !== 'unknown') await settle(deps, id, 0, null);
    return fail(refuseAsVapi(call.failure));
  }
  await run(deps.service.from('test_calls').update({ vapi_id: call.value.id }).eq('id', id));
  const url = call.value.webCallUrl ?? call.value.transport?.callUrl ?? '';
  return URL.canParse(url) ? succeed(url) : fail(refuse('vapi-refused', { status: 201, message: '' }));
}

/** Ends by itself after the seconds; the browser is told what it shows, and no more. */
function limited(payload: CompiledPayload, seconds: number): CompiledPayload {
  const limit = (assistant: AssistantBody): AssistantBody => ({
    ...assistant,
    maxDurationSeconds: seconds,
    clientMessages: [
      'assistant.started',
      'hang',
      'speech-update',
      'status-update',
      'tool-calls',
      'tool-calls-result',
      'transcript',
      'transfer-update',
    ],
  });
  if (payload.type === 'assistant') return { ...payload, assistant: limit(payload.assistant) };
  const members = payload.squad.members.map((member) =>
    'assistant' in member ? { ...member, assistant: limit(member.assistant) } : member,
  );
  return { ...payload, squad: { ...payload.squad, members } };
}

export async function getTestCall(id: string, person: Person, deps: Deps): Promise<Response> {
  const call = await ownCall(id, person, deps);
  return call.ok ? answer(await stateOf(call.value, deps)) : call.failure;
}

/** The browser has left the room, which ends the call; now or later it is settled. */
export async function endTestCall(
  id: string,
  request: Request,
  person: Person,
  deps: Deps,
): Promise<Response> {
  const body = await readJson(request, testCallEnd);
  if (!body.ok) return body.failure;
  const call = await ownCall(id, person, deps);
  if (!call.ok) return call.failure;
  const left = { left_at: new Date(deps.clock.now()).toISOString() };
  await run(deps.service.from('test_calls').update(left).eq('id', id).is('left_at', null));
  await settleFromVapi(deps, call.value);
  return answer(await stateOf((await findTestCall(deps, id)) ?? call.value, deps));
}

/** A call belongs to whoever talks on it. */
async function ownCall(id: string, person: Person, deps: Deps): Promise<Result<TestCall, Response>> {
  if (!z.uuid().safeParse(id).success) return fail(refuse('not-found'));
  const call = await findTestCall(deps, id);
  if (!call || call.person !== person.id) return fail(refuse('not-found'));
  const refusal = await refuseUnless(person, call.workspace_id, 'viewer');
  return refusal ? fail(refusal) : succeed(call);
}

async function stateOf(call: TestCall, deps: Deps): Promise<TestCallState> {
  return {
    state: call.settled_at === null ? 'open' : 'settled',
    seconds: call.seconds,
    cost: call.cost,
    secondsLeft: await secondsLeft(deps, call.workspace_id),
  };
}
