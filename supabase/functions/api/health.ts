/**
 * `GET /health`, for whoever watches over the service: whether the database answers, for how many seconds `cron` has been silent, and
 * which settings are missing or wrong, by name. Open to everybody: it tells nothing else, and no value.
 */
import * as z from 'zod';
import { sayFault } from '../../../src/environment/faults.ts';
import { run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer } from '../_shared/http.ts';
import { describeError } from '../_shared/log.ts';

/** It runs every few minutes. */
const SILENT_SECONDS = 15 * 60;

export async function healthOf({ service, clock, log, faults }: Deps): Promise<Response> {
  const environment = faults.map(sayFault);
  try {
    const last = z
      .string()
      .nullable()
      .parse(await run(service.rpc('last_cron')));
    const silent = last === null ? null : Math.max(0, Math.round((clock.now() - Date.parse(last)) / 1000));
    const isWell = silent !== null && silent <= SILENT_SECONDS && environment.length === 0;
    return answer({ ok: isWell, database: true, cronSilentSeconds: silent, environment }, isWell ? 200 : 503);
  } catch (error) {
    log({ function: 'api', event: 'failed', method: 'GET', route: 'health', ...describeError(error) });
    return answer({ ok: false, database: false, cronSilentSeconds: null, environment }, 503);
  }
}
