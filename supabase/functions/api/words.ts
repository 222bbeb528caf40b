/** `GET /calls/:id/words`: what was said on a call. Who reads it is noted by the database as it gives it out. */
import * as z from 'zod';
import { type WordsAnswer, wordsAnswer } from '../../../src/publish/workspace-wire.ts';
import type { Person } from '../_shared/auth.ts';
import { row, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, refuse } from '../_shared/http.ts';

export async function readWords(id: string, person: Person, deps: Deps): Promise<Response> {
  if (!z.uuid().safeParse(id).success) return refuse('not-found');
  // As the person: one of another workspace is not told apart from one that does not exist.
  const query = person.client.from('calls').select('id').eq('id', id).maybeSingle();
  if (!(await row(z.object({ id: z.string() }), query))) return refuse('not-found');
  const turns = await run(deps.service.rpc('read_call_words', { call: id, person: person.id }));
  if (turns === null) return refuse('not-found');
  return answer(wordsAnswer.parse({ turns }) satisfies WordsAnswer);
}
