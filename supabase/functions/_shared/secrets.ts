/** The secrets of a workspace: sealed in the table, opened only where a request is made. Knows no HTTP. */
import * as z from 'zod';
import { rows, run } from './database.ts';
import type { Deps } from './deps.ts';

type Store = Pick<Deps, 'service' | 'sealer' | 'clock'>;

/** What a sealed text belongs to: moved to another workspace or name it does not open. */
const belongsTo = (workspace: string, name: string) => ['workspace-secret', workspace, name];

const sealedRow = z.object({ workspace_id: z.string(), name: z.string(), sealed: z.string() });

/** The values of those that exist and open. */
export async function openSecrets(
  { service, sealer }: Store,
  workspace: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const found = await rows(
    sealedRow,
    service
      .from('secrets')
      .select('workspace_id, name, sealed')
      .eq('workspace_id', workspace)
      .in('name', names),
  );
  const values = new Map<string, string>();
  for (const { name, sealed } of found) {
    const value = await sealer.open(sealed, belongsTo(workspace, name));
    if (value !== null) values.set(name, value);
  }
  return values;
}

/** Makes or replaces one in the person's name. Throws when there is no key to seal with. */
export async function writeSecret(
  { service, sealer, clock }: Store,
  workspace: string,
  person: string,
  name: string,
  value: string,
): Promise<void> {
  const { text, keyId } = await sealer.seal(value, belongsTo(workspace, name));
  await run(
    service.rpc('set_secret', {
      workspace,
      person,
      secret: name,
      sealed_text: text,
      sealed_with: keyId,
      at: new Date(clock.now()).toISOString(),
    }),
  );
}

/** Seals what is under an older key with the newest one; gives back how many. One that does not open is left alone. */
export async function resealSecrets({ service, sealer }: Store, most: number): Promise<number> {
  if (sealer.newestKey === null) return 0;
  const old = await rows(
    sealedRow,
    service
      .from('secrets')
      .select('workspace_id, name, sealed')
      .neq('key_id', sealer.newestKey)
      .order('updated_at')
      .limit(most),
  );
  let done = 0;
  for (const { workspace_id, name, sealed } of old) {
    const value = await sealer.open(sealed, belongsTo(workspace_id, name));
    if (value === null) continue;
    const anew = await sealer.seal(value, belongsTo(workspace_id, name));
    // Only as it was read: somebody may have replaced it meanwhile.
    const change = service.from('secrets').update({ sealed: anew.text, key_id: anew.keyId });
    await run(change.eq('workspace_id', workspace_id).eq('name', name).eq('sealed', sealed));
    done += 1;
  }
  return done;
}
