/**
 * The request by which a webhook is told of an alert, signed as Standard Webhooks has it: `webhook-signature` is `v1,` and the HMAC-SHA256,
 * in base64, of `{webhook-id}.{webhook-timestamp}.{body as sent}` under the bytes behind `whsec_`. Equal attempts have equal ids.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md. Sends nothing itself.
 */
import { originOf } from './alert-links.ts';
import type { AlertParcel } from './alert-parcel.ts';
import type { Deps } from './deps.ts';
import type { OutboundRequest } from './outbound.ts';
import { fromBase64, hmac } from './secret.ts';

const PREFIX = 'whsec_';
const BYTES = 32;

/** 256 bits of chance. */
export function newWebhookSecret(): string {
  return PREFIX + toBase64(crypto.getRandomValues(new Uint8Array(BYTES)));
}

export async function webhookRequest(
  deps: Pick<Deps, 'clock' | 'settings'>,
  parcel: AlertParcel,
  secret: string,
  sentence: string,
): Promise<Pick<OutboundRequest, 'headers' | 'body'> & { readonly body: string }> {
  const { id, workspace_id, workspace, alert_id, phase, kind, told, created_at } = parcel;
  const body = JSON.stringify({
    type: `alert.${phase}`,
    timestamp: new Date(created_at).toISOString(),
    data: {
      workspace: { id: workspace_id, name: workspace },
      alert: alert_id === null ? null : { id: alert_id, kind, ...told },
      text: sentence,
      link: alertLink(deps, parcel),
    },
  });
  const timestamp = String(Math.floor(deps.clock.now() / 1000));
  const signature = await hmac(fromBase64(secret.slice(PREFIX.length)), `${id}.${timestamp}.`, body);
  return {
    body,
    headers: [
      { name: 'content-type', value: 'application/json' },
      { name: 'webhook-id', value: id },
      { name: 'webhook-timestamp', value: timestamp },
      { name: 'webhook-signature', value: `v1,${toBase64(signature)}` },
    ],
  };
}

/** Where somebody who is told looks next. */
export function alertLink({ settings }: Pick<Deps, 'settings'>, { kind, told }: AlertParcel): string {
  const origin = originOf(settings);
  if (kind === 'failed-calls' && told.flowId !== undefined)
    return `${origin}/calls?flow=${encodeURIComponent(told.flowId)}&outcome=failed`;
  if (kind === 'budget') return `${origin}/settings/spending`;
  if ((kind === 'silent-number' || kind === 'drift') && told.numberId !== undefined)
    return `${origin}/numbers/${encodeURIComponent(told.numberId)}`;
  return `${origin}/settings/alerts`;
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
