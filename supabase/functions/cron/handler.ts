/** The Edge Function `cron`: every minute it goes on with what was left undone. Each task is bounded and may run twice. */
import { settleLinkCalls } from '../_shared/browser-links.ts';
import { run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer } from '../_shared/http.ts';
import { describeError } from '../_shared/log.ts';
import { settleImports } from '../_shared/number-imports.ts';
import { removeNumbers } from '../_shared/number-removal.ts';
import { keepSchedules } from '../_shared/number-schedules.ts';
import { equals } from '../_shared/secret.ts';
import { settleOpenTestCalls } from '../_shared/test-calls.ts';
import { deliverAlerts, forgetAlerts, lookAtNumbers, watchWorkspaces } from './alert-tasks.ts';
import { removeFiles, settleFiles } from './file-tasks.ts';
import { collectGarbageAtVapi, findDrift } from './reconcile-tasks.ts';
import { findLostCalls, pollOpenCalls } from './repair-tasks.ts';
import {
  deliverMessages,
  forgetCallsAtVapi,
  forgetInvitations,
  forgetOldCalls,
  forgetRehearsals,
  forgetRequests,
  refreshNumbers,
  resealOldSecrets,
  resumePublications,
  retireSignatures,
  retryQuarantine,
  showEvents,
} from './tasks.ts';
import {
  finishWorkspaces,
  forgetActivity,
  forgetSecrets,
  removeLimitAnswers,
  sealLogs,
  settleLimits,
} from './workspace-tasks.ts';

/** An invocation is cut at 150 s; no new task is begun after this long. */
const BUDGET_MILLISECONDS = 45_000;
/** Longer than any invocation: then the turn of one that was cut is over. */
const TURN_MILLISECONDS = 160_000;

const TASKS = {
  // First of all: the hours of a number begin at their minute.
  keepSchedules: (deps: Deps) => keepSchedules(deps),
  resumePublications,
  showEvents,
  retryQuarantine,
  pollOpenCalls,
  findLostCalls,
  settleOpenTestCalls,
  settleLinkCalls,
  refreshNumbers,
  settleImports: (deps: Deps) => settleImports(deps),
  removeNumbers,
  findDrift,
  settleLimits,
  lookAtNumbers,
  watchWorkspaces,
  deliverAlerts,
  collectGarbageAtVapi,
  removeLimitAnswers,
  resealOldSecrets,
  retireSignatures,
  forgetRequests,
  settleFiles,
  removeFiles,
  deliverMessages,
  forgetRehearsals,
  forgetOldCalls,
  forgetSecrets,
  forgetCallsAtVapi,
  forgetInvitations,
  forgetActivity,
  forgetAlerts,
  sealLogs,
  finishWorkspaces,
};

export async function handle(request: Request, deps: Deps): Promise<Response> {
  const secret = deps.settings.cronSecret;
  const shown = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  if (request.method !== 'POST') return answer({}, 405);
  if (secret === '' || !equals(shown, secret)) return answer({}, 401);
  try {
    if (!(await beginCron(deps))) return answer({ busy: true });
    const done = await runTasks(deps);
    await run(deps.service.rpc('finish_cron', { at: new Date(deps.clock.now()).toISOString() }));
    return answer(done);
  } catch (error) {
    deps.log({ function: 'cron', event: 'failed', code: 'turn', ...describeError(error) });
    return answer({}, 503);
  }
}

/** False while another invocation is at work: twice the same repair is twice the requests. */
async function beginCron({ clock, service }: Deps): Promise<boolean> {
  const [at, until] = [0, TURN_MILLISECONDS].map((later) => new Date(clock.now() + later).toISOString());
  return (await run(service.rpc('begin_cron', { at, until }))) === true;
}

async function runTasks(deps: Deps): Promise<Readonly<Record<string, number | 'failed' | 'skipped'>>> {
  const deadline = deps.clock.now() + BUDGET_MILLISECONDS;
  const done: Record<string, number | 'failed' | 'skipped'> = {};
  for (const [name, task] of Object.entries(TASKS)) {
    if (deps.clock.now() >= deadline) {
      done[name] = 'skipped';
      continue;
    }
    try {
      done[name] = await task(deps);
    } catch (error) {
      // The other tasks are not to blame.
      done[name] = 'failed';
      deps.log({ function: 'cron', event: 'failed', code: name, ...describeError(error) });
    }
  }
  return done;
}
