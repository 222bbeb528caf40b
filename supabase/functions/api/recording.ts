/** `GET /calls/:id/recording`: the sound of a call, fetched at Vapi when somebody wants to hear it and kept nowhere. Who hears it is noted before. */
import * as z from 'zod';
import { MOST_RECORDED } from '../../../src/publish/calls-wire.ts';
import type { Person } from '../_shared/auth.ts';
import { row, rows, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answerFile, refuse } from '../_shared/http.ts';
import type { OutboundFault } from '../_shared/outbound.ts';
import { accountOf } from '../_shared/vapi-accounts.ts';
import { refuseAsVapi } from '../_shared/vapi-failure.ts';

const seenRow = z.object({ id: z.string() });
const askedRow = z.object({ workspace_id: z.string(), vapi_call_id: z.string() });
const PATIENCE = 60_000;
/** What a browser plays. Storage that does not know says that it is just bytes; Vapi records as WAV unless told otherwise. */
const SOUND = /^audio\/(?:wav|x-wav|wave|vnd\.wave|mpeg|mp3|mp4|ogg|webm)$/i;
const USUAL = 'audio/wav';

export async function hearCall(id: string, person: Person, deps: Deps): Promise<Response> {
  if (!z.uuid().safeParse(id).success) return refuse('not-found');
  // As the person: one of another workspace is not told apart from one that does not exist.
  const seen = await row(seenRow, person.client.from('calls').select('id').eq('id', id).maybeSingle());
  if (!seen) return refuse('not-found');
  const asked = deps.service.rpc('call_to_hear', { call: id, person: person.id });
  const [call] = await rows(askedRow, asked);
  if (!call) return refuse('recording-none');
  const account = await accountOf(deps, call.workspace_id);
  if (!account.ok) return refuse(account.failure);
  const place = await account.value.api.findRecording(call.vapi_call_id);
  if (!place.ok) {
    const { failure } = place;
    const isNone = failure.kind === 'refused' && failure.status === 404;
    return isNone ? refuse('recording-none') : refuseAsVapi(failure);
  }
  const found = await deps.download({
    url: place.value,
    accept: 'audio/*',
    most: MOST_RECORDED,
    milliseconds: PATIENCE,
  });
  if (!found.ok) return refuseAs(found.failure, deps);
  const { status, type, bytes } = found.value;
  // A signed address that has run out, or whose file is gone.
  if (status !== 200) return refuse(status === 404 ? 'recording-none' : 'recording-unreachable');
  await run(deps.service.rpc('note_hearing', { call: id, person: person.id }));
  const [media = ''] = (type ?? '').split(';');
  return answerFile(bytes, SOUND.test(media.trim()) ? media.trim() : USUAL);
}

function refuseAs({ code }: OutboundFault, { log }: Deps): Response {
  if (code === 'too-large') return refuse('recording-too-large');
  log({ function: 'api', event: 'recording-unreachable', code });
  return refuse('recording-unreachable');
}
