/** The secrets of webhooks that are told of alerts: sealed, and sealed anew under a newer key. */
import * as z from 'zod';
import { belongsTo } from './alert-parcel.ts';
import { newWebhookSecret } from './alert-webhook.ts';
import { rows, run } from './database.ts';
import type { Deps } from './deps.ts';

/** A new secret for a channel, and how it is stored. Throws without a key to seal with. */
export async function sealNewSecret({ sealer }: Pick<Deps, 'sealer'>, workspace: string, channel: string) {
  const secret = newWebhookSecret();
  return { secret, sealed: await sealer.seal(secret, belongsTo(workspace, channel)) };
}

const sealedRow = z.object({ id: z.string(), workspace_id: z.string(), sealed_secret: z.string() });

/** Seals what is under an older key with the newest one; gives back how many. One that does not open is left alone. */
export async function resealChannels(
  { service, sealer }: Pick<Deps, 'service' | 'sealer'>,
  most: number,
): Promise<number> {
  if (sealer.newestKey === null) return 0;
  const old = await rows(
    sealedRow,
    service
      .from('alert_channels')
      .select('id, workspace_id, sealed_secret')
      .not('key_id', 'is', null)
      .neq('key_id', sealer.newestKey)
      .order('created_at')
      .limit(most),
  );
  let done = 0;
  for (const { id, workspace_id, sealed_secret } of old) {
    const value = await sealer.open(sealed_secret, belongsTo(workspace_id, id));
    if (value === null) continue;
    const anew = await sealer.seal(value, belongsTo(workspace_id, id));
    const change = service.from('alert_channels').update({ sealed_secret: anew.text, key_id: anew.keyId });
    await run(change.eq('id', id).eq('sealed_secret', sealed_secret));
    done += 1;
  }
  return done;
}
