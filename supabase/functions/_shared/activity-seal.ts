/**
 * Seals the newest link of each workspace's activity log, and says whether the chain is whole. The database makes the chain, and
 * whoever owns it could make another one: not one that a seal opens for, and not one whose former links stand in the functions' log.
 */
import * as z from 'zod';
import { rows, run } from './database.ts';
import type { Deps } from './deps.ts';

/** What a seal belongs to: moved to another workspace it does not open. */
const belongsTo = (workspace: string) => ['activity', workspace];

const headRow = z.object({
  workspace_id: z.string(),
  position: z.number(),
  link: z.string(),
  sealed: z.string().nullable(),
  sealed_link: z.string().nullable(),
});

/** Gives back how many were sealed. One whose earlier seal says something else is left as it is: it shows what was done. */
export async function sealActivity({ service, sealer, clock, log }: Deps, most: number): Promise<number> {
  if (sealer.newestKey === null) return 0;
  const at = new Date(clock.now()).toISOString();
  const heads = await rows(
    headRow,
    service.rpc('activity_to_seal', { newest_key: sealer.newestKey, at, most }),
  );
  let done = 0;
  for (const { workspace_id: workspace, position, link, sealed, sealed_link } of heads) {
    if (sealed !== null && (await sealer.open(sealed, belongsTo(workspace))) !== sealed_link) {
      log({ function: 'cron', event: 'activity-changed' });
      continue;
    }
    const { text, keyId } = await sealer.seal(link, belongsTo(workspace));
    await run(
      service.rpc('note_activity_seal', {
        workspace,
        its_position: position,
        sealed_text: text,
        with_key: keyId,
        sealed_when: at,
      }),
    );
    log({ function: 'cron', event: 'activity-sealed', code: link, count: position });
    done += 1;
  }
  return done;
}

const verified = z.object({
  entries: z.number(),
  blanked: z.number(),
  link: z.string().nullable(),
  fault: z.enum(['broken', 'changed', 'missing', 'added']).nullable(),
  at: z.string().nullable(),
  sealed: z.string().nullable(),
  sealedAt: z.string().nullable(),
  sealedLink: z.string().nullable(),
});

export async function verifyActivity({ service, sealer }: Deps, workspace: string) {
  const { sealed, sealedLink, ...found } = verified.parse(
    await run(service.rpc('verify_activity', { workspace })),
  );
  const opened = sealed === null ? null : await sealer.open(sealed, belongsTo(workspace));
  const isOther = sealed !== null && opened !== sealedLink;
  return { ...found, fault: found.fault ?? (isOther ? ('made-anew' as const) : null) };
}
