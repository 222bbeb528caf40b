/**
 * The Edge Function `runtime`: what the tools of a call ask of us. Vapi signs; whose it is comes from constants; every
 * request is checked again, carried out once, and answered before Vapi gives up. Whatever goes wrong is answered with an
 * error status: the step then takes its failure exit, and the call goes on.
 */
import { isJsonObject } from '../../../src/lib/json.ts';
import { type Budget, takeBudget } from '../_shared/budget.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, parseJson, readBytes } from '../_shared/http.ts';
import { describeError } from '../_shared/log.ts';
import { noteSignature, signingSecrets } from '../_shared/vapi-accounts.ts';
import { signedWith } from '../_shared/vapi-signature.ts';
import { bookEndpoint } from './book.ts';
import { connectEndpoint } from './connect.ts';
import type { Asked, Done, Endpoint } from './endpoint.ts';
import { carryOutOnce } from './once.ts';
import { sendEndpoint } from './send.ts';
import { findAsked } from './tenant.ts';

/** By the last part of their address. */
const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map([connectEndpoint, bookEndpoint, sendEndpoint]);

const LIMIT = 64 * 1024;
const BUDGET: Budget = { name: 'runtime', most: 240, seconds: 60 };
/** What our answer needs to get back to Vapi in time. Milliseconds. */
const WAY_BACK = 400;

export async function handle(request: Request, deps: Deps): Promise<Response> {
  const began = deps.clock.now();
  if (request.method !== 'POST') return answer({}, 405);
  // With a workspace behind it: one with its own account, whose requests its own secret signs.
  const [, name = '', workspace = null, ...rest] = new URL(request.url).pathname.split('/').filter(Boolean);
  const endpoint = rest.length === 0 ? ENDPOINTS.get(name) : undefined;
  if (!endpoint) return answer({}, 404);
  const bytes = await readBytes(request, LIMIT);
  if (!bytes.ok) return answer({}, bytes.failure === 'broken' ? 400 : 413);
  const refuse = (status: number, code: string) => {
    deps.log({ function: 'runtime', event: 'refused', route: name, status, code });
    return answer({}, status);
  };
  try {
    const secrets = await signingSecrets(deps, workspace);
    const secret = await signedWith(request.headers, bytes.value, secrets, began);
    if (!secret) return refuse(401, 'not-signed');
    await noteSignature(deps, 'runtime', workspace, secret);
    const body = parseJson(bytes.value);
    if (!isJsonObject(body)) return refuse(400, 'no-json');
    const asked = await findAsked(body, endpoint, deps);
    if (!asked || (workspace !== null && workspace !== asked.workspace)) return refuse(404, 'no-such-step');
    if (!(await takeBudget(deps.service, asked.workspace, BUDGET))) return refuse(429, 'over-budget');
    const until = began + endpoint.patience(asked.node.data) - WAY_BACK;
    const delivery = request.headers.get('x-signature') ?? '';
    const done = await perform(deps, name, endpoint, asked, delivery, until);
    if (done.type === 'done') return answer(done.answer);
    return refuse(502, done.code);
  } catch (error) {
    deps.log({ function: 'runtime', event: 'failed', route: name, status: 503, ...describeError(error) });
    return answer({}, 503);
  }
}

/** In a rehearsal that says how the step ends. What fails needs no endpoint of its own to fail. */
function pretend(endpoint: Endpoint, asked: Asked, now: number): Done | null {
  if (asked.pretended === null) return null;
  const row = endpoint.kind.exits(asked.node.data).find(({ id }) => id === asked.pretended);
  if (!row) return null;
  const made = endpoint.pretend?.(asked, row.id, now) ?? null;
  return made ?? (row.role === 'failure' ? { type: 'failed', code: 'pretended', unsent: true } : null);
}

async function perform(
  deps: Deps,
  name: string,
  endpoint: Endpoint,
  asked: Asked,
  delivery: string,
  until: number,
): Promise<Done> {
  const made = pretend(endpoint, asked, deps.clock.now());
  if (made) return made;
  const task = endpoint.prepare(asked);
  if (!task) return { type: 'failed', code: 'unfit', unsent: true };
  const work = () => task.run(deps, Math.max(0, until - deps.clock.now()));
  if (task.once === undefined) return work();
  const { workspace, flow, node, call } = asked;
  // Without a call there is nothing to tell two rounds of a conversation apart by, but one and the same delivery is known again.
  const request = [name, flow, node.id, call, call === '' ? delivery : task.once];
  return carryOutOnce(deps, { workspace, endpoint: name, request }, until, work);
}
