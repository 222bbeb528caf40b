/** A person's session at the stack without a browser: one token, Auth, REST and the Edge Function `api`. */
import type { FlowDocument } from '../../src/flow/document.ts';
import { PUBLISHABLE_KEY } from '../../supabase/local/secrets.ts';

/** What is not answered by then never will be. Milliseconds. */
const PATIENCE = 120_000;

export interface Session {
  readonly workspace: string;
  /** The answer’s JSON, null without one. Throws `Refused`, or the error of `fetch` when no answer came. */
  ask(method: string, path: string, body?: unknown): Promise<unknown>;
}

/** An answer that is not 2xx. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;

  constructor(asked: string, status: number, text: string) {
    super(`${asked}: ${status} ${text.slice(0, 200)}`);
    this.status = status;
  }
}

interface StoredRow {
  readonly id: string;
  readonly revision: number;
  readonly document: unknown;
}

type Fetch = typeof globalThis.fetch;

/** A new account with its first workspace. */
export async function signUp(appUrl: string, email: string, send: Fetch = fetch): Promise<Session> {
  let token = PUBLISHABLE_KEY;
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await send(`${appUrl}${path}`, {
      method,
      headers: {
        apikey: PUBLISHABLE_KEY,
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        prefer: 'return=representation',
      },
      signal: AbortSignal.timeout(PATIENCE),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Refused(`${method} ${path.split('?')[0]}`, answer.status, text);
    return text === '' ? null : JSON.parse(text);
  };
  const account = { email, password: 'a-long-enough-password' };
  ({ access_token: token } = (await ask('POST', '/auth/v1/signup', account)) as { access_token: string });
  const [workspace] = (await ask('GET', '/rest/v1/workspaces?select=id')) as { id: string }[];
  return { workspace: workspace!.id, ask };
}

export async function createFlow({ workspace, ask }: Session, document: FlowDocument): Promise<StoredRow> {
  const values = { workspace_id: workspace, name: document.name, document };
  const [row] = (await ask('POST', '/rest/v1/flows?select=id,revision,document', values)) as [StoredRow];
  return row;
}
