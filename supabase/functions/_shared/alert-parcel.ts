/** A delivery with everything that is needed to make it, as the database hands it out. Knows no way to send it. */
import * as z from 'zod';
import { ALERT_KINDS } from '../../../src/alerts/alert.ts';
import { toldShape } from '../../../src/publish/alerts-wire.ts';

export const parcelRow = z.object({
  id: z.string(),
  workspace_id: z.string(),
  workspace: z.string(),
  channel_id: z.string(),
  alert_id: z.string().nullable(),
  phase: z.enum(['began', 'worse', 'still', 'ended', 'test']),
  kind: z.enum(ALERT_KINDS).nullable(),
  told: toldShape.partial(),
  attempts: z.number(),
  created_at: z.string(),
  type: z.enum(['email', 'webhook']),
  address: z.string().nullable(),
  member_id: z.string().nullable(),
  url: z.string().nullable(),
  sealed_secret: z.string().nullable(),
  language: z.enum(['en', 'fr']),
});
export type AlertParcel = z.infer<typeof parcelRow>;

/** What the sealed secret of a webhook belongs to. */
export const belongsTo = (workspace: string, channel: string) => ['alert-channel', workspace, channel];
