/** The sound of a call: bytes that the server fetches when somebody asks for them. */
import * as z from 'zod';
import { fail, succeed } from '../lib/result.ts';
import { type ApiResult, apiHeaders, readAnswer } from './ask.ts';
import { SUPABASE_URL } from './client.ts';

/** In memory alone; gone with the page that shows it. */
export async function fetchRecording(callId: string): ApiResult<Blob> {
  const headers = await apiHeaders();
  try {
    const answer = await fetch(
      `${SUPABASE_URL}/functions/v1/api/calls/${encodeURIComponent(callId)}/recording`,
      { headers },
    );
    if (answer.ok) return succeed(await answer.blob());
    return readAnswer(answer.status, await answer.json().catch(() => null), z.never());
  } catch {
    return fail({ code: 'offline', params: {} });
  }
}
