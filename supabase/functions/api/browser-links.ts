/** Browser links: `/links`. What visitors ask is open to whoever has the address; they get the room's address, and nothing that controls a call. */
import * as z from 'zod';
import {
  type BrowserLink,
  linkPublishRequest,
  linkRequest,
  linkToken,
} from '../../../src/publish/browser-link-wire.ts';
import type { LinkCallAnswer, LinkOffer, LinkRefusal } from '../../../src/publish/browser-talk-wire.ts';
import { type Person, type Role, refuseUnless } from '../_shared/auth.ts';
import { beginLinkCall, LINK_BOUNDS, readLink, visitorOf, webCallOf } from '../_shared/browser-links.ts';
import { rows, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';
import { base64url } from '../_shared/secret.ts';
import { accountOf } from '../_shared/vapi-accounts.ts';
import { findFlow } from './flow.ts';
import { begin, releaseOf } from './release.ts';

const linkRow = z
  .object({
    flow_id: z.string(),
    token: z.string().nullable(),
    is_on: z.boolean(),
    version: z.number().nullable(),
    by_itself: z.boolean().nullable(),
    calls_today: z.number(),
    paused_words: z.string().nullable(),
    own_deployment: z.string().nullable(),
    drifted: z.boolean(),
  })
  .transform(
    (row): BrowserLink => ({
      flowId: row.flow_id,
      token: row.token,
      isOn: row.is_on,
      version: row.version,
      byItself: row.by_itself === true,
      callsToday: row.calls_today,
      pausedWords: row.paused_words,
      ownDeployment: row.own_deployment,
      isDrifted: row.drifted,
    }),
  );

export async function listLinks(request: Request, person: Person, deps: Deps): Promise<Response> {
  const workspace = z.uuid().safeParse(new URL(request.url).searchParams.get('workspaceId'));
  if (!workspace.success) return refuse('bad-request', { field: 'workspaceId' });
  const refusal = await refuseUnless(person, workspace.data, 'viewer');
  if (refusal) return refusal;
  const mayChange = (await refuseUnless(person, workspace.data, 'editor' satisfies Role)) === null;
  const links = await rows(linkRow, deps.service.rpc('links_of', { workspace: workspace.data }));
  return answer(links.map((link) => (mayChange ? link : { ...link, token: null })));
}

const changed = z.union([
  z.object({ token: z.string().nullable(), is_on: z.boolean() }),
  z.object({ refused: z.enum(['not-found', 'not-allowed']) }),
]);

export async function changeLink(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, linkRequest);
  if (!body.ok) return body.failure;
  const { flowId, change } = body.value;
  const words = body.value.change === 'pause' ? body.value.words : null;
  const parameters = { flow: flowId, person: person.id, wanted: change, new_token: newToken(), words };
  const link = changed.parse(await run(deps.service.rpc('set_browser_link', parameters)));
  return 'refused' in link ? refuse(link.refused) : answer({ token: link.token, isOn: link.is_on });
}

/** 256 bits of chance. */
function newToken(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

/** The saved revision, on the link alone: the same resources, and no number is switched. */
export async function publishOnLink(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, linkPublishRequest);
  if (!body.ok) return body.failure;
  const { flowId, revision } = body.value;
  const found = await findFlow(person, flowId);
  if (!found.ok) return found.failure;
  const flow = found.value;
  const workspace = flow.workspace_id;
  const refusal = await refuseUnless(person, workspace, 'editor');
  if (refusal) return refusal;
  const account = await accountOf(deps, workspace);
  if (!account.ok) return refuse(account.failure);
  if (flow.revision !== revision) return refuse('flow-changed');
  const release = await releaseOf(flow, account.value, deps);
  if (!release.ok) return release.failure;
  const expected = { assistantId: null, squadId: null };
  return begin({ flow, release: release.value, expected, numberId: null, note: null }, person, deps);
}

/** For whoever opens the page. A link that leads nowhere looks like one that is off. */
export async function readOffer(request: Request, deps: Deps): Promise<Response> {
  const body = await readJson(request, linkToken);
  if (!body.ok) return body.failure;
  const link = await readLink(deps, body.value.token);
  const account = link && (await accountOf(deps, link.workspace_id));
  const { secondsPerCall: seconds } = LINK_BOUNDS;
  if (!link || !account)
    return answer({
      state: 'closed',
      workspace: '',
      language: 'en',
      sandbox: false,
      message: null,
      seconds,
    } satisfies LinkOffer);
  return answer({
    state: account.ok ? link.state : 'not-connected',
    workspace: link.workspace,
    language: link.language,
    sandbox: account.ok && account.value.isSandbox,
    message: link.message,
    seconds,
  } satisfies LinkOffer);
}

/** Makes a call for somebody whom nobody knows. A create whose answer is lost is not repeated: an empty room closes by itself. */
export async function talkOnLink(request: Request, deps: Deps): Promise<Response> {
  const body = await readJson(request, linkToken);
  if (!body.ok) return body.failure;
  const granted = await beginLinkCall(deps, body.value.token, await visitorOf(deps, request));
  if ('refused' in granted) return refused(granted.refused, granted.message ?? null);
  const note = async (values: object) => {
    await run(deps.service.from('link_calls').update(values).eq('id', granted.id));
  };
  const settled = { settled_at: new Date(deps.clock.now()).toISOString() };
  const account = await accountOf(deps, granted.workspace);
  if (!account.ok) {
    await note(settled);
    return refused('not-connected');
  }
  const call = await account.value.api.createWebCall(webCallOf(granted));
  if (!call.ok) {
    deps.log({ function: 'api', event: 'link-call-refused', code: call.failure.kind });
    if (call.failure.kind !== 'unknown') await note(settled);
    return refused('unavailable');
  }
  await note({ vapi_id: call.value.id });
  const url = call.value.webCallUrl ?? call.value.transport?.callUrl ?? '';
  if (!URL.canParse(url)) return refused('unavailable');
  return answer({
    outcome: 'begun',
    id: granted.id,
    webCallUrl: url,
    seconds: granted.seconds,
    language: granted.language,
    sandbox: account.value.isSandbox,
  } satisfies LinkCallAnswer);
}

function refused(reason: LinkRefusal, message: string | null = null): Response {
  return answer({ outcome: 'refused', reason, message } satisfies LinkCallAnswer);
}
