/** `/simulations`: an AI caller at Vapi talks to the compiled draft, until they are done. Knows nothing of publishing. */
import { chatTarget, type Pretence } from '../../../src/flow/compile/pretend.ts';
import { fingerprint } from '../../../src/flow/fingerprint.ts';
import { contentHash } from '../../../src/lib/hash.ts';
import {
  type BegunSimulation,
  type SimulationAnswer,
  type SimulationPhase,
  simulationCancel,
  simulationLook,
  simulationRequest,
} from '../../../src/publish/simulation-wire.ts';
import {
  isTooLong,
  type SimulatedCaller,
  simulatedCaller,
} from '../../../src/rehearsals/simulated-caller.ts';
import type { VapiFailure } from '../../../src/vapi/contract/api.ts';
import {
  type CreateSimulationRunBody,
  MOST_SIMULATION_NAME,
  type SimulationRunItem,
} from '../../../src/vapi/contract/simulation.ts';
import type { Person } from '../_shared/auth.ts';
import { simulationsWith, takeBudget } from '../_shared/budget.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';
import { accountOf } from '../_shared/vapi-accounts.ts';
import { refuseAsVapi } from '../_shared/vapi-failure.ts';
import { compileDraft } from './draft.ts';
import { type CompiledFlow, findFlow } from './flow.ts';
import { playedAs, readHeld } from './held-turn.ts';
import { openSimulation, sealSimulation } from './simulation-token.ts';

export async function beginSimulation(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, simulationRequest);
  if (!body.ok) return body.failure;
  const { flowId, name, lines, answers } = body.value;
  if (isTooLong({ lines, answers })) return refuse('bad-request', { field: 'lines' });
  const pretence = (body.value.pretence ?? {}) as Pretence;
  const flow = await findFlow(person, flowId);
  if (!flow.ok) return flow.failure;
  const draft = await compileDraft(deps, flow.value, pretence, accountOf(deps, flow.value.workspace_id));
  if (!draft.ok) return draft.failure;
  const { account, compiled } = draft.value;
  const run = runOf(compiled, pretence, name, simulatedCaller({ lines, answers }, compiled.document));
  if (!(await takeBudget(deps.service, flow.value.workspace_id, simulationsWith(account.isSandbox))))
    return refuse('too-many-simulations');
  const created = await account.api.createSimulationRun(run);
  if (!created.ok) return refuseAsPayer(created.failure);
  const begun = {
    run: created.value.id,
    item: created.value.simulationRunItemIds[0]!,
    drawing: fingerprint(compiled.document),
    pretence: await markOf(pretence),
  };
  const owner = { person: person.id, flow: flowId };
  return answer({
    simulation: await sealSimulation(deps.settings.conversationSecret, begun, owner),
    sandbox: account.isSandbox,
  } satisfies BegunSimulation);
}

export async function lookAtSimulation(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, simulationLook);
  if (!body.ok) return body.failure;
  const { flowId, simulation } = body.value;
  const pretence = (body.value.pretence ?? {}) as Pretence;
  const flow = await findFlow(person, flowId);
  if (!flow.ok) return flow.failure;
  const owner = { person: person.id, flow: flowId };
  const begun = await openSimulation(deps.settings.conversationSecret, simulation, owner);
  if (begun === null || begun.pretence !== (await markOf(pretence))) return refuse('not-found');
  const draft = await compileDraft(deps, flow.value, pretence, accountOf(deps, flow.value.workspace_id));
  if (!draft.ok) return draft.failure;
  const { account, compiled } = draft.value;
  // Which steps were gone through can only be told on the drawing that was played.
  if (fingerprint(compiled.document) !== begun.drawing) return refuse('flow-changed');
  const item = await account.api.getSimulationRunItem(begun.run, begun.item);
  if (!item.ok) return refuseAsPayer(item.failure);
  const state = stateOf(item.value);
  if (typeof state === 'object') return refuse('simulation-failed', state);
  if (state !== 'done') return answer({ status: state } satisfies SimulationAnswer);
  const heard = readHeld(playedAs(compiled, pretence), {
    at: pretence.now ?? startOf(item.value),
    before: [],
    now: messagesOf(item.value),
  });
  return answer({
    status: 'done',
    ...heard,
    spoken: [...heard.spoken],
    goal: goalIn(item.value),
    sandbox: account.isSandbox,
  } satisfies SimulationAnswer);
}

export async function cancelSimulation(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, simulationCancel);
  if (!body.ok) return body.failure;
  const { flowId, simulation } = body.value;
  const flow = await findFlow(person, flowId);
  if (!flow.ok) return flow.failure;
  const owner = { person: person.id, flow: flowId };
  const begun = await openSimulation(deps.settings.conversationSecret, simulation, owner);
  if (begun === null) return refuse('not-found');
  const account = await accountOf(deps, flow.value.workspace_id);
  if (!account.ok) return refuse(account.failure);
  const canceled = await account.value.api.cancelSimulationRun(begun.run);
  return canceled.ok || isNothingLeft(canceled.failure) ? answer({}) : refuseAsVapi(canceled.failure);
}

/** Everything is written out: nothing is left at Vapi but the run. */
function runOf(
  { payload }: CompiledFlow,
  pretence: Pretence,
  test: string,
  caller: SimulatedCaller,
): CreateSimulationRunBody {
  const target = chatTarget(payload, pretence);
  const overrides = 'assistantOverrides' in target ? target.assistantOverrides : undefined;
  const name = test.slice(0, MOST_SIMULATION_NAME);
  return {
    simulations: [
      {
        type: 'simulation',
        name,
        scenario: {
          name,
          instructions: caller.instructions,
          evaluations: [
            {
              structuredOutput: {
                name: 'goal_reached',
                type: 'ai',
                description: caller.goal,
                schema: { type: 'boolean', description: caller.goal },
              },
              comparator: '=',
              value: true,
              required: true,
            },
          ],
          ...(overrides ? { targetOverrides: overrides } : {}),
        },
        personality: {
          name: caller.personality,
          assistant: {
            name: caller.personality,
            // Whoever answers the telephone speaks first.
            firstMessageMode: 'assistant-waits-for-user',
            model: {
              provider: 'openai',
              model: 'gpt-4.1',
              messages: [{ role: 'system', content: caller.persona }],
            },
          },
        },
      },
    ],
    target:
      'squad' in target
        ? { type: 'squad', squad: target.squad }
        : { type: 'assistant', assistant: target.assistant },
    transport: { provider: 'vapi.webchat' },
  };
}

/**
 * `done` once there is something to judge; what came in the way where there never will be. The results may come a moment after the
 * status (vapi-facts §6).
 */
function stateOf(item: SimulationRunItem): SimulationPhase | 'done' | { readonly message: string } {
  const { status, results, failureReason } = item;
  switch (status) {
    case 'queued':
    case 'running':
    case 'evaluating':
      return status;
    case 'passed':
    case 'failed':
      if (results && messagesOf(item).length > 0) return 'done';
      if (results || failureReason) return { message: (failureReason ?? '').slice(0, 300) };
      return 'evaluating';
    default:
      return { message: status };
  }
}

function messagesOf({ metadata }: SimulationRunItem) {
  return metadata?.call?.messages ?? [];
}

function startOf({ startedAt, createdAt }: SimulationRunItem): number | null {
  const at = Date.parse(startedAt ?? createdAt ?? '');
  return Number.isNaN(at) ? null : at;
}

function goalIn({ results }: SimulationRunItem): boolean | null {
  const value = results?.evaluations[0]?.extractedValue;
  return typeof value === 'boolean' ? value : null;
}

/** The same for equal pretences. */
async function markOf(pretence: Pretence): Promise<string> {
  return (await contentHash(pretence)).slice(0, 16);
}

/** Vapi says so when it is over, or somebody else was faster. */
function isNothingLeft(failure: VapiFailure): boolean {
  return failure.kind === 'refused' && (failure.status === 400 || failure.status === 409);
}

function refuseAsPayer(failure: VapiFailure): Response {
  return failure.kind === 'refused' && failure.status === 402
    ? refuse('vapi-payment')
    : refuseAsVapi(failure);
}
