/** Alerts of a workspace and where they go: `GET /alerts`, `POST /alerts/channels…`. Who may change what, the database decides. */
import * as z from 'zod';
import { ALERT_KINDS } from '../../../src/alerts/alert.ts';
import {
  type AlertDelivery,
  type AlertsAnswer,
  type ChannelAnswer,
  channelKinds,
  channelRequest,
  DELIVERY_STATES,
  MOST_CHANNELS,
  type TestAnswer,
  toldShape,
} from '../../../src/publish/alerts-wire.ts';
import { sealNewSecret } from '../_shared/alert-channels.ts';
import { deliver, HELD } from '../_shared/alert-deliveries.ts';
import { parcelRow } from '../_shared/alert-parcel.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { type Budget, takeBudget } from '../_shared/budget.ts';
import { row, rows, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';
import { readDestination } from '../_shared/public-address.ts';
import { askAddress } from './alert-links.ts';
import { carrierOf } from './carrier.ts';

/** Alerts that are shown, latest first. */
const MOST_ALERTS = 40;
const TESTS: Budget = { name: 'alert-tests', most: 20, seconds: 3600 };

const channelRow = z.object({
  id: z.string(),
  type: z.enum(['email', 'webhook']),
  member_id: z.string().nullable(),
  address: z.string().nullable(),
  url: z.string().nullable(),
  kinds: z.array(z.enum(ALERT_KINDS)),
  confirmed_at: z.string().nullable(),
});
const alertRow = z.object({
  id: z.string(),
  kind: z.enum(ALERT_KINDS),
  told: toldShape,
  began_at: z.string(),
  over_at: z.string().nullable(),
});
const deliveryRow = z.object({
  alert_id: z.string().nullable(),
  channel_id: z.string(),
  phase: z.enum(['began', 'worse', 'still', 'ended', 'test']),
  state: z.enum(DELIVERY_STATES),
  attempts: z.number(),
  error: z.string().nullable(),
  created_at: z.string(),
  sent_at: z.string().nullable(),
});
const DELIVERY_COLUMNS = 'alert_id, channel_id, phase, state, attempts, error, created_at, sent_at';

export async function listAlerts(request: Request, person: Person, deps: Deps): Promise<Response> {
  const asked = z.uuid().safeParse(new URL(request.url).searchParams.get('workspaceId'));
  if (!asked.success) return refuse('bad-request', { field: 'workspaceId' });
  const workspace = asked.data;
  const refusal = await refuseUnless(person, workspace, 'viewer');
  if (refusal) return refusal;
  const { service } = deps;
  const channels = await rows(channelRow, service.rpc('alert_channels_of', { workspace }));
  const alerts = await rows(
    alertRow,
    service
      .from('alerts')
      .select('id, kind, told, began_at, over_at')
      .eq('workspace_id', workspace)
      .order('over_at', { ascending: false, nullsFirst: true })
      .order('began_at', { ascending: false })
      .limit(MOST_ALERTS),
  );
  const deliveries = await rows(
    deliveryRow,
    service
      .from('alert_deliveries')
      .select(DELIVERY_COLUMNS)
      .eq('workspace_id', workspace)
      .order('created_at', { ascending: false })
      .limit(400),
  );
  return answer({
    channels: channels.map(({ id, type, member_id, address, url, kinds, confirmed_at }) => {
      const last = deliveries.find((one) => one.channel_id === id);
      return {
        id,
        type,
        to: (type === 'webhook' ? url : address) ?? '',
        isMember: member_id !== null,
        kinds,
        isConfirmed: confirmed_at !== null,
        last: last ? shown(last) : null,
      };
    }),
    alerts: alerts.map(({ id, kind, told, began_at, over_at }) => ({
      id,
      kind,
      told,
      beganAt: began_at,
      overAt: over_at,
      deliveries: deliveries.filter(({ alert_id }) => alert_id === id).map(shown),
    })),
    mail: carrierOf(deps.couriers.email),
  } satisfies AlertsAnswer);
}

function shown(one: z.infer<typeof deliveryRow>): AlertDelivery {
  const { channel_id: channelId, phase, state, attempts, error, created_at, sent_at } = one;
  return { channelId, phase, state, attempts, error, at: sent_at ?? created_at };
}

const added = z.enum(['done', 'known', 'too-many', 'not-found', 'not-allowed']);

export async function addChannel(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, channelRequest);
  if (!body.ok) return body.failure;
  const wish = body.value;
  const { workspaceId: workspace, kinds, language } = wish;
  const refusal = await refuseUnless(person, workspace, 'editor');
  if (refusal) return refusal;
  if (wish.type !== 'webhook' && !deps.couriers.email) return refuse('bad-request', { field: 'mail' });
  if (wish.type === 'webhook') {
    const destination = readDestination(wish.url);
    if (!destination.ok) return refuse('bad-request', { field: 'url', reason: destination.failure });
    if (deps.sealer.newestKey === null) return refuse('secrets-not-configured');
  }
  const id = deps.newId();
  const sealing = wish.type === 'webhook' ? await sealNewSecret(deps, workspace, id) : null;
  const result = added.parse(
    await run(
      deps.service.rpc('add_alert_channel', {
        channel: id,
        workspace,
        person: person.id,
        its_member: wish.type === 'member' ? wish.userId : null,
        its_address: wish.type === 'address' ? wish.address : null,
        its_url: wish.type === 'webhook' ? wish.url : null,
        its_sealed: sealing?.sealed.text ?? null,
        its_key: sealing?.sealed.keyId ?? null,
        its_kinds: kinds,
        its_language: language,
        most: MOST_CHANNELS,
        at: new Date(deps.clock.now()).toISOString(),
      }),
    ),
  );
  if (result === 'known' || result === 'too-many') return refuse('bad-request', { field: result }, 409);
  if (result !== 'done') return refuse(result);
  if (sealing) return answer({ id, secret: sealing.secret } satisfies ChannelAnswer);
  if (wish.type !== 'address') return answer({ id } satisfies ChannelAnswer);
  const channel = { id, workspace, address: wish.address };
  return answer({ id, ...(await askAddress(request, deps, channel, language)) } satisfies ChannelAnswer);
}

const waitingRow = z.object({
  workspace_id: z.string(),
  address: z.string(),
  language: z.enum(['en', 'fr']),
});

/** `POST /alerts/channels/:id/again`: asks an address that did not answer once more. */
export async function askAgain(id: string, request: Request, person: Person, deps: Deps): Promise<Response> {
  const found = z.uuid().safeParse(id).success
    ? await row(
        waitingRow,
        deps.service
          .from('alert_channels')
          .select('workspace_id, address, language')
          .eq('id', id)
          .is('confirmed_at', null)
          .not('address', 'is', null)
          .maybeSingle(),
      )
    : null;
  if (!found) return refuse('not-found');
  const refusal = await refuseUnless(person, found.workspace_id, 'editor');
  if (refusal) return refusal;
  const at = new Date(deps.clock.now()).toISOString();
  await run(deps.service.from('alert_channels').update({ asked_at: at }).eq('id', id));
  const channel = { id, workspace: found.workspace_id, address: found.address };
  return answer({
    id,
    ...(await askAddress(request, deps, channel, found.language)),
  } satisfies ChannelAnswer);
}

const changed = z.enum(['done', 'not-found', 'not-allowed']);

export async function changeKinds(
  id: string,
  request: Request,
  person: Person,
  deps: Deps,
): Promise<Response> {
  const body = await readJson(request, channelKinds);
  if (!body.ok) return body.failure;
  return change(deps, 'change_alert_channel', {
    channel: id,
    person: person.id,
    its_kinds: body.value.kinds,
  });
}

export function removeChannel(id: string, person: Person, deps: Deps): Promise<Response> {
  return change(deps, 'remove_alert_channel', { channel: id, person: person.id });
}

interface Changing {
  readonly channel: string;
  readonly person: string;
  readonly its_kinds?: readonly string[];
}

async function change(deps: Deps, name: string, parameters: Changing): Promise<Response> {
  if (!z.uuid().safeParse(parameters.channel).success) return refuse('not-found');
  const result = changed.parse(await run(deps.service.rpc(name, parameters)));
  return result === 'done' ? answer({}) : refuse(result);
}

const begun = z.object({ outcome: changed, id: z.string().nullable().optional() });

/** `POST /alerts/channels/:id/test`: sent now, and once. */
export async function testChannel(id: string, person: Person, deps: Deps): Promise<Response> {
  if (!z.uuid().safeParse(id).success) return refuse('not-found');
  const now = deps.clock.now();
  const test = begun.parse(
    await run(
      deps.service.rpc('begin_alert_test', {
        channel: id,
        person: person.id,
        at: new Date(now).toISOString(),
        held_until: new Date(now + HELD).toISOString(),
      }),
    ),
  );
  if (test.outcome !== 'done') return refuse(test.outcome);
  const [parcel] = await rows(parcelRow, deps.service.rpc('read_alert_parcel', { delivery: test.id }));
  if (!parcel) return refuse('not-found');
  if (!(await takeBudget(deps.service, parcel.workspace_id, TESTS))) {
    await run(deps.service.from('alert_deliveries').delete().eq('id', parcel.id));
    return refuse('too-often');
  }
  return answer((await deliver(deps, parcel)) satisfies TestAnswer);
}
