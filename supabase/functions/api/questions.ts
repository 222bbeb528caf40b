/** `GET /questions`: what callers asked and the flows could not answer; reading it is noted. `POST /questions/settle`. */
import * as z from 'zod';
import { type QuestionsAnswer, questionsAnswer, settleRequest } from '../../../src/publish/report-wire.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';

const storedQuestions = z.array(
  z
    .object({
      flow_id: z.string(),
      digest: z.string(),
      question: z.string(),
      node_id: z.string(),
      call_id: z.string(),
      times: z.number(),
      last_asked_at: z.string(),
    })
    .transform(({ flow_id, node_id, call_id, last_asked_at, ...row }) => ({
      ...row,
      flowId: flow_id,
      node: node_id,
      call: call_id,
      lastAskedAt: last_asked_at,
    })),
);

export async function readQuestions(request: Request, person: Person, deps: Deps): Promise<Response> {
  const workspace = z.uuid().safeParse(new URL(request.url).searchParams.get('workspaceId'));
  if (!workspace.success) return refuse('bad-request', { field: 'workspaceId' });
  const refusal = await refuseUnless(person, workspace.data, 'viewer');
  if (refusal) return refusal;
  const found = await run(
    deps.service.rpc('read_questions', { workspace: workspace.data, person: person.id }),
  );
  if (found === null) return refuse('not-found');
  const questions = storedQuestions.parse(found);
  return answer(questionsAnswer.parse({ questions }) satisfies QuestionsAnswer);
}

export async function settleQuestion(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, settleRequest);
  if (!body.ok) return body.failure;
  const { workspaceId, flowId, digest, state } = body.value;
  const refusal = await refuseUnless(person, workspaceId, 'editor');
  if (refusal) return refusal;
  const refused = await run(
    deps.service.rpc('settle_question', {
      workspace: workspaceId,
      person: person.id,
      flow: flowId,
      question: digest,
      becomes: state === 'open' ? null : state,
    }),
  );
  if (refused === 'not-found' || refused === 'not-allowed') return refuse(refused);
  return answer({});
}
