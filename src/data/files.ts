/** The workspace's documents to answer from: listing what is stored, and sending a new one. */
import * as z from 'zod';
import { fail, type Result, succeed } from '../lib/result.ts';
import { type FileAnswer, fileAnswer } from '../publish/wire.ts';
import { refreshFiles } from './api.ts';
import { type ApiResult, apiHeaders, readAnswer } from './ask.ts';
import { client, SUPABASE_URL } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

export type WorkspaceFile = FileAnswer;

/** Whether it is not known yet what becomes of it. Pure. */
export function isOnItsWay({ state }: WorkspaceFile): boolean {
  return state === 'uploading' || state === 'processing';
}

/** While one is on its way, it is asked after; without an answer it stays as stored. */
export async function listFiles(workspaceId: string): Promise<Result<WorkspaceFile[], DataFailure>> {
  const stored = await rows(
    client()
      .from('knowledge_files')
      .select('id, name, size, state')
      .eq('workspace_id', workspaceId)
      .eq('elsewhere', false)
      .order('created_at'),
    z.array(fileAnswer),
  );
  if (!stored.ok || !stored.value.some(isOnItsWay)) return stored;
  const fresh = await refreshFiles(workspaceId);
  return fresh.ok ? succeed(fresh.value) : stored;
}

/** Tells how much is sent, from 0 to 1, which `fetch` cannot. */
export async function uploadFile(
  workspaceId: string,
  file: File,
  onProgress: (part: number) => void,
): ApiResult<FileAnswer> {
  const headers = await apiHeaders();
  const form = new FormData();
  form.set('workspaceId', workspaceId);
  form.set('file', file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${SUPABASE_URL}/functions/v1/api/files`);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(readAnswer(request.status, request.response, fileAnswer));
    request.onerror = () => resolve(fail({ code: 'offline', params: {} }));
    request.send(form);
  });
}
