/** Asking an address whether it wants alerts, and what the links in e-mails of alerts do: `POST /alerts/links`, for whoever holds one. */
import * as z from 'zod';
import {
  type ChannelAnswer,
  CONFIRM_DAYS,
  type LinkAnswer,
  linkRequest,
} from '../../../src/publish/alerts-wire.ts';
import { isOurs, type LinkedChannel, linkOf, readToken, type Wish } from '../_shared/alert-links.ts';
import { alertMails } from '../_shared/alert-mails/messages.ts';
import { type Budget, takeBudget } from '../_shared/budget.ts';
import { row, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';
import { appOrigin } from './app-origin.ts';

/** E-mails to strangers: no workspace becomes a way to send many. */
const ASKING: Budget = { name: 'alert-addresses', most: 20, seconds: 3600 };
const MILLISECONDS = 8_000;
const DAY = 24 * 3_600_000;

const workspaceRow = z.object({ name: z.string() });

/** What became of the e-mail. Where e-mails are caught on this machine, the link is told. */
export async function askAddress(
  request: Request,
  deps: Deps,
  channel: LinkedChannel,
  language: 'en' | 'fr',
): Promise<Pick<ChannelAnswer, 'asked' | 'link'>> {
  const courier = deps.couriers.email;
  if (!courier) return { asked: 'failed' };
  if (!courier.isCatcher && !(await takeBudget(deps.service, channel.workspace, ASKING)))
    return { asked: 'failed' };
  const link = await linkOf(deps, 'confirm', channel, appOrigin(request, deps));
  const words = alertMails[language].confirm;
  const name = (await nameOf(deps, channel.workspace)).replaceAll(/\s+/g, ' ').trim();
  const delivery = await courier.deliver(
    {
      id: deps.newId(),
      recipient: channel.address,
      subject: words.subject(name),
      text: words.text({ workspace: name, link, days: CONFIRM_DAYS }),
    },
    MILLISECONDS,
  );
  if (courier.isCatcher) return { asked: 'caught', link };
  if (delivery.type === 'sent') return { asked: 'sent' };
  deps.log({ function: 'api', event: 'alert-address-not-asked', code: delivery.code });
  return { asked: 'failed' };
}

async function nameOf({ service }: Deps, workspace: string): Promise<string> {
  const query = service.from('workspaces').select('name').eq('id', workspace).maybeSingle();
  return (await row(workspaceRow, query))?.name ?? '';
}

const channelRow = z.object({
  workspace_id: z.string(),
  address: z.string(),
  asked_at: z.string(),
  confirmed_at: z.string().nullable(),
});

/** A link of a channel that is gone says what it was for and no more. */
export async function followLink(request: Request, deps: Deps): Promise<Response> {
  const body = await readJson(request, linkRequest);
  if (!body.ok) return body.failure;
  const token = readToken(body.value.token);
  if (!token) return refuse('not-found');
  const { service } = deps;
  const found = await row(
    channelRow,
    service
      .from('alert_channels')
      .select('workspace_id, address, asked_at, confirmed_at')
      .eq('id', token.channel)
      .not('address', 'is', null)
      .maybeSingle(),
  );
  if (!found) {
    const state = token.wish === 'stop' ? 'done' : 'gone';
    return answer({ wish: token.wish, workspace: '', address: '', state } satisfies LinkAnswer);
  }
  const channel = { id: token.channel, workspace: found.workspace_id, address: found.address };
  if (!(await isOurs(deps, token, channel))) return refuse('not-found');
  const about = {
    wish: token.wish,
    workspace: await nameOf(deps, channel.workspace),
    address: found.address,
  };
  const state = stateOf(token.wish, found, deps.clock.now());
  if (state !== 'open' || !body.value.act) return answer({ ...about, state } satisfies LinkAnswer);
  if (token.wish === 'stop') await run(service.rpc('remove_alert_channel', { channel: channel.id }));
  else {
    const at = new Date(deps.clock.now()).toISOString();
    const change = service.from('alert_channels').update({ confirmed_at: at });
    await run(change.eq('id', channel.id).is('confirmed_at', null));
  }
  return answer({ ...about, state: 'done' } satisfies LinkAnswer);
}

function stateOf(wish: Wish, { asked_at, confirmed_at }: z.infer<typeof channelRow>, now: number) {
  if (wish === 'stop') return 'open';
  if (confirmed_at !== null) return 'done';
  return now - Date.parse(asked_at) > CONFIRM_DAYS * DAY ? 'gone' : 'open';
}
