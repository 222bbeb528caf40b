/** A handler with what it needs from the environment; where that cannot be made, an answer that says which setting is at fault. */
import { sayFault } from '../../../src/environment/faults.ts';
import { createDeps, type Deps, type Environment, faultsOf } from './deps.ts';
import { answer, refuse } from './http.ts';
import { describeError, type Log, type LogLine } from './log.ts';

/**
 * Faults of the environment are logged once, when the function starts. Those that keep everything from working are answered with
 * 503, which Vapi and `cron` try again; `GET /health` of `api` names them then as well.
 */
export function install(
  name: LogLine['function'],
  handle: (request: Request, deps: Deps) => Promise<Response>,
  environment: Environment,
  log: Log,
): (request: Request) => Promise<Response> {
  const problems = faultsOf(environment).map(sayFault);
  for (const problem of problems) log({ function: name, event: 'environment', problem });
  let deps: Deps | undefined;
  return async (request) => {
    try {
      deps ??= createDeps(environment, { log });
    } catch (error) {
      log({ function: name, event: 'not-set-up', count: problems.length, ...describeError(error) });
      const isHealth =
        name === 'api' && request.method === 'GET' && /\/health$/.test(new URL(request.url).pathname);
      return isHealth
        ? answer({ ok: false, database: false, cronSilentSeconds: null, environment: problems }, 503)
        : refuse('unexpected', {}, 503);
    }
    return await handle(request, deps);
  };
}
