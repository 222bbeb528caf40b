/** How long a workspace keeps what callers say, which countries it calls, and who asked not to be kept. */
import * as z from 'zod';
import type { Result } from '../lib/result.ts';
import { textList } from '../lib/text-list.ts';
import { HIDDEN_KINDS } from '../publish/hidden-kinds.ts';
import { type SecrecyAnswer, secrecyAnswer } from '../publish/workspace-wire.ts';
import { type ApiResult, ask } from './ask.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

const COLUMNS = 'keep_words, keep_information, keep_calls, countries, hides, secrecy';
const privacy = z
  .object({
    keep_words: z.number(),
    keep_information: z.number(),
    keep_calls: z.number(),
    countries: z.array(z.string()),
    hides: z.array(z.enum(HIDDEN_KINDS)),
    secrecy: z.boolean(),
  })
  .transform(({ countries, hides, secrecy, ...row }) => ({
    keepWords: row.keep_words,
    keepInformation: row.keep_information,
    keepCalls: row.keep_calls,
    countries,
    hides,
    secrecy,
  }));
/** Days after the end of a call; ISO 3166-1 codes of the countries that may be called; what is blacked out; professional secrecy. */
export type Privacy = z.infer<typeof privacy>;

/** Days at least and at most, as the database has them. */
export const KEEP_LIMITS = {
  keepWords: { least: 1, most: 365 },
  keepInformation: { least: 1, most: 730 },
  keepCalls: { least: 1, most: 1825 },
} as const;

/** While professional secrecy holds; what was said is not kept at all. */
export const SECRECY_LIMITS = { keepWords: 1, keepInformation: 30, keepCalls: 180 } as const;

/** What is in service, and whether it was published under professional secrecy. */
export function getSecrecy(workspaceId: string): ApiResult<SecrecyAnswer> {
  return ask('GET', `/secrecy?workspaceId=${encodeURIComponent(workspaceId)}`, secrecyAnswer);
}

/** Switched on, the database shortens how long calls are kept; what it made of it comes back. */
export function setSecrecy(workspaceId: string, secrecy: boolean): Promise<Result<Privacy, DataFailure>> {
  const query = client().from('workspaces').update({ secrecy }).eq('id', workspaceId);
  return rows(query.select(COLUMNS).single(), privacy);
}

export function getPrivacy(workspaceId: string): Promise<Result<Privacy, DataFailure>> {
  return rows(client().from('workspaces').select(COLUMNS).eq('id', workspaceId).single(), privacy);
}

export function savePrivacy(
  workspaceId: string,
  { keepWords, keepInformation, keepCalls, countries, hides }: Privacy,
): Promise<Result<Privacy, DataFailure>> {
  const change = {
    keep_words: keepWords,
    keep_information: keepInformation,
    keep_calls: keepCalls,
    countries,
    hides,
  };
  return rows(
    client().from('workspaces').update(change).eq('id', workspaceId).select(COLUMNS).single(),
    privacy,
  );
}

const objection = z
  .object({ number: z.string(), created_at: z.string() })
  .transform(({ number, created_at }) => ({ number, since: created_at }));
export type Objection = z.infer<typeof objection>;

/** Who asked that their words are not kept, and not to be written to; latest first. */
export function listObjections(workspaceId: string): Promise<Result<Objection[], DataFailure>> {
  const query = client().from('objections').select('number, created_at');
  return rows(
    query.eq('workspace_id', workspaceId).order('created_at', { ascending: false }),
    z.array(objection),
  );
}

/** `number` is E.164. Noting it twice is the same as once. */
export function noteObjection(workspaceId: string, number: string): Promise<Result<unknown, DataFailure>> {
  const query = client()
    .from('objections')
    .upsert(
      { workspace_id: workspaceId, number },
      { onConflict: 'workspace_id,number', ignoreDuplicates: true },
    );
  return rows(query.select('number'), z.array(z.object({ number: z.string() })));
}

export function withdrawObjection(
  workspaceId: string,
  number: string,
): Promise<Result<unknown, DataFailure>> {
  const query = client()
    .from('objections')
    .delete()
    .eq('workspace_id', workspaceId)
    .filter('number', 'in', textList(number));
  return rows(query.select('number'), z.array(z.object({ number: z.string() })));
}
