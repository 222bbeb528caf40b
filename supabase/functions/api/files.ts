/** Documents that calls are answered from: upload, list, uses, removal. Knows no flow but by name. */
import * as z from 'zod';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import { fileTypeOf, LARGEST_FILE, MOST_FILES } from '../../../src/publish/file-types.ts';
import type { FileUsesAnswer, removedAnswer } from '../../../src/publish/wire.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { row, rows, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, readBytes, refuse } from '../_shared/http.ts';
import {
  fileAnswerOf,
  finishRemovals,
  listFiles,
  lookAfter,
  uploadFile,
} from '../_shared/knowledge-files.ts';
import { accountOf } from '../_shared/vapi-accounts.ts';
import { refuseAsVapi } from '../_shared/vapi-failure.ts';
import { readContent } from './file-content.ts';

/** `GET /files?workspaceId=…`. Those that are on their way are asked after at Vapi first. */
export async function getFiles(request: Request, person: Person, deps: Deps): Promise<Response> {
  const workspace = z.uuid().safeParse(new URL(request.url).searchParams.get('workspaceId'));
  if (!workspace.success) return refuse('bad-request', { field: 'workspaceId' });
  const refusal = await refuseUnless(person, workspace.data, 'viewer');
  if (refusal) return refusal;
  const account = await accountOf(deps, workspace.data);
  const vapi = account.ok ? account.value.api : null;
  const files = await listFiles(deps.service, workspace.data);
  return answer(
    await Promise.all(
      files.map(async (file) => fileAnswerOf(vapi ? await lookAfter(deps, vapi, file) : file)),
    ),
  );
}

/** `POST /files` */
export async function postFile(request: Request, person: Person, deps: Deps): Promise<Response> {
  const form = await readUpload(request);
  if (!form.ok) return form.failure;
  const { workspace, file, name } = form.value;
  const refusal = await refuseUnless(person, workspace, 'editor');
  if (refusal) return refusal;
  const type = fileTypeOf(name);
  if (type === undefined) return refuse('file-type', { name });
  if (file.size > LARGEST_FILE) return refuse('file-too-large', { name });
  const bytes = readContent(type, new Uint8Array(await file.arrayBuffer()));
  if (!bytes) return refuse('file-unreadable', { name });
  const account = await accountOf(deps, workspace);
  if (!account.ok) return refuse(account.failure);
  const vapi = account.value.api;
  if ((await listFiles(deps.service, workspace)).length >= MOST_FILES) return refuse('too-many-files');
  const sent = await uploadFile(deps, vapi, { workspace, person: person.id, name, type, bytes });
  if ('failure' in sent) return refuseAsVapi(sent.failure);
  return answer(fileAnswerOf(await lookAfter(deps, vapi, sent.file)));
}

interface Upload {
  readonly workspace: string;
  readonly file: File;
  readonly name: string;
}

/** What surrounds the file in a form. */
const FORM_BYTES = 16 * 1024;
const LONGEST_NAME = 200;

async function readUpload(request: Request): Promise<Result<Upload, Response>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) {
    return fail(refuse('bad-request', { field: 'content-type' }, 415));
  }
  const bytes = await readBytes(request, LARGEST_FILE + FORM_BYTES);
  if (!bytes.ok)
    return fail(
      bytes.failure === 'broken' ? refuse('bad-request', { field: 'body' }) : refuse('file-too-large'),
    );
  const form = await new Response(bytes.value, { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  const workspace = z.uuid().safeParse(form?.get('workspaceId'));
  if (!workspace.success) return fail(refuse('bad-request', { field: 'workspaceId' }));
  const file = form?.get('file');
  const name = file instanceof File ? plainName(file.name) : '';
  if (!(file instanceof File) || name === '') return fail(refuse('bad-request', { field: 'file' }));
  return succeed({ workspace: workspace.data, file, name });
}

/** The last part of a path, on one line; a long name keeps its end, which says what it is. */
function plainName(path: string): string {
  const name = (path.split(/[\\/]/).at(-1) ?? '').replaceAll(/\p{C}+/gu, ' ').trim();
  const end = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - end.length)}${end}`;
}

/** `GET /files/:id/uses` */
export async function getFileUses(id: string, person: Person, deps: Deps): Promise<Response> {
  const found = await findFile(person, id);
  if (!found) return refuse('not-found');
  return answer({ uses: await usesOf(deps, id) } satisfies FileUsesAnswer);
}

/** `DELETE /files/:id`. Gone here at once; what Vapi does not remove now, `cron` removes there later. */
export async function deleteFile(id: string, person: Person, deps: Deps): Promise<Response> {
  const found = await findFile(person, id);
  if (!found) return refuse('not-found');
  const refusal = await refuseUnless(person, found.workspace_id, 'editor');
  if (refusal) return refusal;
  const outcome = z
    .enum(['removed', 'in-service', 'not-found'])
    .parse(await run(deps.service.rpc('remove_knowledge_file', { file: id, person: person.id })));
  if (outcome === 'not-found') return refuse('not-found');
  if (outcome === 'in-service') {
    const serving = (await usesOf(deps, id)).filter(({ isInService }) => isInService);
    return refuse('file-in-service', { flows: serving.map(({ name }) => name).join(', ') });
  }
  await finishRemovals(deps, id);
  return answer({ removed: true } satisfies z.infer<typeof removedAnswer>);
}

async function findFile(person: Person, id: string): Promise<{ workspace_id: string } | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const query = person.client.from('knowledge_files').select('workspace_id').eq('id', id).maybeSingle();
  return row(z.object({ workspace_id: z.string() }), query);
}

const useRow = z
  .object({ flow_id: z.string(), name: z.string(), in_service: z.boolean() })
  .transform(({ flow_id, name, in_service }) => ({ flowId: flow_id, name, isInService: in_service }));

function usesOf({ service }: Deps, id: string) {
  return rows(useRow, service.rpc('uses_of_file', { file: id }));
}
