/**
 * The way of a file to Vapi and back, safe to kill at any instant: its row is the recorded intent; the one create is never
 * repeated, but adopted by our id in its metadata; what is removed is remembered until Vapi has forgotten it too.
 * Knows no requests.
 */
import type { SupabaseClient } from '@supabase/supabase-js';
import * as z from 'zod';
import { succeed } from '../../../src/lib/result.ts';
import { deleteUpload, findUploads } from '../../../src/publish/resources.ts';
import type { FileAnswer } from '../../../src/publish/wire.ts';
import type { VapiApi, VapiFailure } from '../../../src/vapi/contract/api.ts';
import type { SavedFile } from '../../../src/vapi/contract/file.ts';
import { row, rows, run } from './database.ts';
import type { Deps } from './deps.ts';
import { rememberedAccounts } from './vapi-accounts.ts';

/** Longer than an invocation lives, and a creation takes to appear in Vapi's lists. Only after that a file counts as not arrived. */
const SETTLE_MILLISECONDS = 4 * 60_000;
/** Clocks differ: lists are read from this long before the intent was recorded. */
const SKEW_MILLISECONDS = 5 * 60_000;

const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

const FILE_COLUMNS = 'id, name, size, state, created_at, vapi_id';
const fileRow = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  state: z.enum(['uploading', 'processing', 'ready', 'interrupted', 'unreadable']),
  created_at: time,
  vapi_id: z.string().nullable(),
});
export type FileRow = z.infer<typeof fileRow>;

export function fileAnswerOf({ id, name, size, state }: FileRow): FileAnswer {
  return { id, name, size, state };
}

/** Those of the account that the workspace uses. */
export function listFiles(service: SupabaseClient, workspace: string): Promise<FileRow[]> {
  const query = service.from('knowledge_files').select(FILE_COLUMNS).eq('workspace_id', workspace);
  return rows(fileRow, query.eq('elsewhere', false).order('created_at'));
}

/** Those of all workspaces that are on their way, the longest first. */
export function listUnsettled(service: SupabaseClient): Promise<(FileRow & { workspace_id: string })[]> {
  const query = service
    .from('knowledge_files')
    .select(`${FILE_COLUMNS}, workspace_id`)
    .eq('elsewhere', false);
  return rows(
    fileRow.extend({ workspace_id: z.string() }),
    query.in('state', ['uploading', 'processing']).order('created_at').limit(20),
  );
}

/** What flows of the workspace may read: ids at Vapi by our own. */
export async function readableFiles(
  service: SupabaseClient,
  workspace: string,
): Promise<Readonly<Record<string, string>>> {
  const files = await listFiles(service, workspace);
  return Object.fromEntries(
    files.flatMap(({ id, state, vapi_id }) =>
      vapi_id !== null && (state === 'ready' || state === 'processing') ? [[id, vapi_id]] : [],
    ),
  );
}

export interface NewUpload {
  readonly workspace: string;
  readonly person: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** `failure`: Vapi said no, and nothing is left of it. An answer that was lost leaves the file `uploading`. */
export async function uploadFile(
  { service, newId }: Deps,
  vapi: VapiApi,
  { workspace, person, name, type, bytes }: NewUpload,
): Promise<{ file: FileRow } | { failure: VapiFailure }> {
  const intent = {
    id: newId(),
    workspace_id: workspace,
    name,
    size: bytes.length,
    content_type: type,
    created_by: person,
  };
  const query = service.from('knowledge_files').insert(intent).select(FILE_COLUMNS).single();
  const file = fileRow.parse(await run(query));
  const metadata = { app: 'allokoli', file: file.id } as const;
  const created = await vapi.createFile({ name, type, bytes, metadata });
  if (created.ok) return { file: await settle(service, vapi, file, created.value) };
  if (created.failure.kind === 'unknown') return { file };
  // A clear answer: nothing happened there, so there is nothing to remove.
  await run(service.from('knowledge_files').delete().eq('id', file.id));
  await run(service.rpc('finish_file_removal', { file: file.id }));
  return { failure: created.failure };
}

/** Asks Vapi after a file that is on its way. One that cannot be asked after now keeps the state it had. */
export async function lookAfter({ service, clock }: Deps, vapi: VapiApi, file: FileRow): Promise<FileRow> {
  if (file.state !== 'uploading' && file.state !== 'processing') return file;
  const found =
    file.vapi_id === null ? await uploadsOf(vapi, file.id, file.created_at) : succeed([file.vapi_id]);
  if (!found.ok) return file;
  const [id] = found.value;
  const saved = id === undefined ? null : await vapi.getFile(id);
  if (saved?.ok) return settle(service, vapi, file, saved.value);
  const isGone = saved?.failure.kind === 'refused' && saved.failure.status === 404;
  if (saved ? !isGone : clock.now() - file.created_at < SETTLE_MILLISECONDS) return file;
  // Unless it arrived in this very moment.
  const query = service.from('knowledge_files').update({ state: 'interrupted' }).eq('id', file.id);
  const lost = query.eq('state', file.state).select(FILE_COLUMNS).maybeSingle();
  return (await row(fileRow, lost)) ?? file;
}

function uploadsOf(vapi: VapiApi, file: string, created: number) {
  return findUploads(vapi, file, created - SKEW_MILLISECONDS);
}

/** Records what Vapi has. Removed meanwhile: then it goes there as well, now or by `cron`. */
async function settle(
  service: SupabaseClient,
  vapi: VapiApi,
  file: FileRow,
  saved: SavedFile,
): Promise<FileRow> {
  const change = { vapi_id: saved.id, state: stateOf(saved) };
  const query = service.from('knowledge_files').update(change).eq('id', file.id);
  const settled = await row(fileRow, query.select(FILE_COLUMNS).maybeSingle());
  if (!settled) await deleteUpload(vapi, saved.id);
  return settled ?? { ...file, ...change };
}

function stateOf({ status }: SavedFile): FileRow['state'] {
  if (status === 'failed') return 'unreadable';
  return status === 'processing' ? 'processing' : 'ready';
}

const removalRow = z.object({
  file_id: z.string(),
  vapi_id: z.string().nullable(),
  uploaded_at: time,
  removed_at: time,
  /** Whose key removes it; null: the installation's. */
  workspace_id: z.string().nullable(),
});

/** Removes at Vapi what is gone here; with an id, that file alone. Gives back how many were finished. */
export async function finishRemovals(deps: Deps, id?: string): Promise<number> {
  const { service, clock } = deps;
  const accountFor = rememberedAccounts(deps);
  const due = await rows(removalRow, service.rpc('list_file_removals', id === undefined ? {} : { file: id }));
  let finished = 0;
  for (const { file_id, vapi_id, uploaded_at, removed_at, workspace_id } of due) {
    const vapi = workspace_id === null ? deps.vapi : (await accountFor(workspace_id))?.api;
    if (!vapi) continue;
    const found = vapi_id === null ? await uploadsOf(vapi, file_id, uploaded_at) : succeed([vapi_id]);
    if (!found.ok) continue;
    const answers = await Promise.all(found.value.map((copy) => deleteUpload(vapi, copy)));
    // Without an id the upload may still be under way.
    const mayAppear = vapi_id === null && clock.now() - removed_at < SETTLE_MILLISECONDS;
    if (mayAppear || answers.some((answer) => !answer.ok)) continue;
    await run(service.rpc('finish_file_removal', { file: file_id }));
    finished += 1;
  }
  return finished;
}
