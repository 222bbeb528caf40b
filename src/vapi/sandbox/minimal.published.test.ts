/**
 * Small payloads, each checked by hand against the published API, sent to the endpoints of the sandbox: what Vapi takes,
 * the sandbox takes, and what it has no endpoint for is refused. They are not part of this project: they lie in the folder
 * `minimal` beside the file that VAPI_OPENAPI names, with a README that says of each whether it is public.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishedFolder } from '../contract/testing/published.ts';
import { newConversation } from './runtime/conversation.ts';
import { createStore, emptyState, RESOURCE_KINDS, type Resource } from './store.ts';
import { testSandbox } from './testing.ts';

const ROUTES: readonly (readonly [RegExp, string])[] = [
  [/^assistant\./, '/assistant'],
  [/^squad\./, '/squad'],
  [/^tool\./, '/tool'],
  [/^phone\./, '/phone-number'],
  [/^chat\./, '/chat'],
  [/^session\./, '/session'],
  [/^structured-output\./, '/structured-output'],
  [/^simulation-run\./, '/eval/simulation/run'],
  [/^call\.web\.json/, '/call/web'],
  [/^call\./, '/call'],
];

/** What the README calls public without an endpoint that takes it, and why. */
const REFUSED: Readonly<Record<string, readonly [status: number, why: string]>> = {
  'tool.make.json': [400, 'there is a DTO, and neither /tool nor an assistant takes it'],
  'tool.ghl.json': [400, 'there is a DTO, and neither /tool nor an assistant takes it'],
  'simulation-run.json': [400, 'simulations are not kept in the sandbox, they are written out with a run'],
  'phone.dynamic.json': [400, 'Twilio, which is asked, has no account of that name'],
};

const folder = publishedFolder === '' ? '' : join(publishedFolder, 'minimal');
const isHere = folder !== '' && existsSync(folder);
const names = isHere ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

/** Everything that the payloads name by id. */
const IDS = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];

/** Whose credential a number is imported with. */
const CREDENTIAL_OF: Readonly<Record<string, string>> = {
  'byo-phone-number': 'byo-sip-trunk',
  telnyx: 'telnyx',
  vonage: 'vonage',
};

function stateWithAll(provider: unknown) {
  const credential = { provider: CREDENTIAL_OF[String(provider)] ?? 'webhook' };
  const state = emptyState();
  const at = new Date(Date.UTC(2026, 10, 25)).toISOString();
  for (const kind of RESOURCE_KINDS.filter((one) => !one.startsWith('simulation-run')))
    for (const [index, id] of IDS.entries()) {
      const members = [{ assistantId: id }];
      const about = kind === 'squad' ? { members } : kind === 'tool' ? { type: 'endCall' } : {};
      const own =
        kind === 'phone-number'
          ? { provider: 'vapi' }
          : { name: `Named ${index}`, ...(kind === 'credential' ? credential : {}) };
      const resource: Resource = { id, createdAt: at, updatedAt: at, ...own, ...about };
      state.resources[kind][id] = resource;
    }
  // The chat that another one goes on with.
  const keep = createStore(state, () => undefined).keepConversation;
  keep(newConversation(IDS[0]!, 'chat', [{ name: 'Named', assistant: {} }], {}));
  return state;
}

it('payloads of the published API are sent', () => {
  if (isHere) expect(names).toHaveLength(53);
  else
    process.stdout.write(
      'VAPI_OPENAPI is not set: the sandbox was not checked against published payloads.\n',
    );
});

if (isHere)
  describe('through its endpoint', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    const rows = names.map((name) => {
      const kind = new RegExp(`^- (\\S+) \`${name.replaceAll('.', '\\.')}\``, 'm').exec(readme)?.[1];
      return { name, kind, route: ROUTES.find(([pattern]) => pattern.test(name))![1] };
    });

    it('each has its line in the README', () => {
      expect(rows.filter(({ kind }) => !['public', 'hidden-fields', 'FAIL'].includes(kind ?? ''))).toEqual(
        [],
      );
    });

    it.each(rows)('$name ($kind) goes to $route', async ({ name, route }) => {
      const body = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { readonly provider?: unknown };
      const { send } = testSandbox({ state: stateWithAll(body.provider) });
      const { status, body: answer } = await send('POST', route, body);
      const [expected, why] = REFUSED[name] ?? [201, 'Vapi takes it'];
      expect(status, `${why}: ${JSON.stringify(answer.message)}`).toBe(expected);
      // And nothing more than that.
      const more = await send('POST', route, { ...body, colour: 'red' });
      expect(more.status).toBe(expected === 404 ? 404 : 400);
    });
  });
