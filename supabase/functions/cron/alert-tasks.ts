/** The tasks of `cron` about alerts. Each gives back how many things it moved on. */
import * as z from 'zod';
import { CONFIRM_DAYS } from '../../../src/publish/alerts-wire.ts';
import { run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';

export { deliverAlerts } from '../_shared/alert-deliveries.ts';
export { lookAtNumbers, watchWorkspaces } from '../_shared/alerts.ts';

const DAY = 24 * 3_600_000;
/** How long what is over can be looked up. */
const KEPT = 90 * DAY;

/** Addresses that did not say yes, and alerts of long ago. */
export async function forgetAlerts({ service, clock }: Deps): Promise<number> {
  const before = (milliseconds: number) => new Date(clock.now() - milliseconds).toISOString();
  const limits = { asked_before: before(CONFIRM_DAYS * DAY), over_before: before(KEPT) };
  return z.number().parse(await run(service.rpc('forget_alerts', limits)));
}
