/** A person's session at the stack, as a browser has it: one token, REST and the Edge Function `api`. */
import { PUBLISHABLE_KEY } from '../../supabase/local/secrets.ts';
import type { Record } from './record.ts';

/** What is not answered by then never will be. Milliseconds. */
const PATIENCE = 120_000;

export interface Session {
  readonly workspace: string;
  ask(method: string, path: string, body?: unknown): Promise<unknown>;
}

export async function signUp(appUrl: string, email: string, record: Record): Promise<Session> {
  let token = PUBLISHABLE_KEY;
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const init = {
      method,
      headers: {
        apikey: PUBLISHABLE_KEY,
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        prefer: 'return=representation',
      },
      signal: AbortSignal.timeout(PATIENCE),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    const answer = await again(() => fetch(`${appUrl}${path}`, init), record);
    const text = await answer.text();
    record.count('requests');
    if (!answer.ok)
      throw new Error(`${method} ${path.split('?')[0]}: ${answer.status} ${text.slice(0, 200)}`);
    return text === '' ? null : JSON.parse(text);
  };
  const account = { email, password: 'a-long-enough-password' };
  ({ access_token: token } = (await ask('POST', '/auth/v1/signup', account)) as { access_token: string });
  const [workspace] = (await ask('GET', '/rest/v1/workspaces?select=id')) as { id: string }[];
  return { workspace: workspace!.id, ask };
}

/** A server closes connections that nobody used for a while, at times just as one is used: browsers ask once more, and so do we. */
async function again(ask: () => Promise<Response>, record: Record): Promise<Response> {
  try {
    return await ask();
  } catch (error) {
    const { code } = ((error instanceof Error ? error.cause : null) ?? {}) as { code?: string };
    if (code !== 'ECONNRESET' && code !== 'UND_ERR_SOCKET') throw new Error(`${error} (${code})`);
    record.count('connections renewed');
    return ask();
  }
}
