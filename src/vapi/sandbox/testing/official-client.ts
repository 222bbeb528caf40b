/** Vapi's own client, pointed at a sandbox that listens, for all tests of a file; watched by the referee. */
import { VapiClient } from '@vapi-ai/server-sdk';
import { afterAll, beforeAll } from 'vitest';
import { refereed } from '../../contract/testing/referee.ts';
import { type RunningSandbox, startSandbox } from '../serve.ts';
import { CREDENTIAL, KEY } from '../testing.ts';

export interface OfficialClient {
  readonly client: VapiClient;
  /** One with another key. */
  stranger(): VapiClient;
  /** Asks the telephone line and the controls of the sandbox, which are not Vapi's. */
  sandbox(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
}

/** To be called once, at the top of a test file; the function gives the client once the tests run. */
export function officialClient(): () => OfficialClient {
  let running: RunningSandbox;
  let made: OfficialClient;
  const watched = refereed((request: Request) => fetch(request));
  const clientWith = (token: string) =>
    new VapiClient({
      token,
      baseUrl: running.url,
      maxRetries: 0,
      // Between two tests the referee may think for longer than a connection is kept.
      headers: { connection: 'close' },
      fetch: (input, init) => watched(new Request(input, init)),
    });
  beforeAll(async () => {
    running = await startSandbox({ port: 0, key: KEY, webhookSecret: 's', webhookCredentialId: CREDENTIAL });
    made = {
      client: clientWith(KEY),
      stranger: () => clientWith('wrong'),
      sandbox: async (method, path, body) => {
        const response = await fetch(`${running.url}/sandbox${path}`, {
          method,
          headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return (await response.json()) as Record<string, unknown>;
      },
    };
  });
  afterAll(() => running.stop());
  return () => made;
}

/** An assistant as other people write it. */
export const ASSISTANT = {
  name: 'Accueil',
  firstMessage: 'Bonjour.',
  transcriber: { provider: 'deepgram', model: 'nova-3', language: 'fr' },
  voice: { provider: 'azure', voiceId: 'fr-FR-DeniseNeural' },
  model: {
    provider: 'openai',
    model: 'gpt-4.1',
    messages: [{ role: 'system', content: 'Tu réponds.' }],
    tools: [{ type: 'endCall' }, { type: 'dtmf' }],
  },
  voicemailDetection: 'off',
} as const;
