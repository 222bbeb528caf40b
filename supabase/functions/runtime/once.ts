/**
 * One request of a call is carried out once: whoever delivers it again is told what became of it. Cut off in the middle,
 * it is not repeated, for nobody knows how far it got: at most once. Knows no step.
 */
import * as z from 'zod';
import { contentHash } from '../../../src/lib/hash.ts';
import type { Json } from '../../../src/lib/json.ts';
import { run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { describeError } from '../_shared/log.ts';
import type { Done } from './endpoint.ts';

export interface Once {
  readonly workspace: string;
  readonly endpoint: string;
  /** Everything that tells one request from another. */
  readonly request: Json;
}

const POLL = 250;
const begun = z.object({
  outcome: z.enum(['begun', 'running', 'done']),
  status: z.number().optional(),
  answer: z.unknown().optional(),
});

/** `until`: milliseconds since the epoch; a request that somebody else is carrying out is waited for so long. */
export async function carryOutOnce(
  deps: Deps,
  { workspace, endpoint, request }: Once,
  until: number,
  work: () => Promise<Done>,
): Promise<Done> {
  const key = await contentHash(request);
  for (;;) {
    const known = begun.parse(
      await run(
        deps.service.rpc('begin_runtime_request', {
          workspace,
          request_key: key,
          request_endpoint: endpoint,
        }),
      ),
    );
    if (known.outcome === 'begun') break;
    if (known.outcome === 'done')
      return known.status === 200
        ? { type: 'done', answer: known.answer as Json }
        : { type: 'failed', code: 'failed-before' };
    if (deps.clock.now() + POLL >= until) return { type: 'failed', code: 'still-running' };
    await deps.clock.sleep(POLL);
  }
  const done = await work();
  try {
    await finish(deps, workspace, key, done);
  } catch (error) {
    // It has happened: the caller hears of it, and a second delivery will not repeat it.
    deps.log({ function: 'runtime', event: 'not-kept', route: endpoint, ...describeError(error) });
  }
  return done;
}

async function finish({ service }: Deps, workspace: string, key: string, done: Done): Promise<void> {
  const table = service.from('runtime_requests');
  const change =
    done.type === 'failed' && done.unsent
      ? table.delete()
      : table.update(
          done.type === 'done'
            ? { state: 'done', status: 200, answer: done.answer }
            : { state: 'done', status: 502 },
        );
  await run(change.eq('workspace_id', workspace).eq('key', key));
}
