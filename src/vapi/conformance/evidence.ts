/**
 * Points on which Vapi's documents disagree or are silent (vapi-facts §15), as far as requests can settle them. Nothing is
 * expected: what was seen is written down. Knows neither the sandbox nor a live account.
 */
import type { World } from './behaviours.ts';
import { type Answer, MARK } from './marked.ts';
import { assistant, code, handoff } from './payloads.ts';

export interface Doubt {
  readonly name: string;
  /** What was seen, in one line. */
  look(world: World): Promise<string>;
}

const UNKNOWN = '99999999-9999-4999-8999-999999999999';
const metadata = { app: MARK };

/** The status, and Vapi's sentences where it refuses. */
function seen({ status, body }: Answer): string {
  const message = status < 300 ? '' : `: ${[body?.message ?? body].flat().join('; ')}`;
  return `${status}${message}`.slice(0, 300);
}

/** What is spoken and called in a chat, in order. */
function output({ status, body }: Answer): string {
  if (status >= 300) return seen({ status, body });
  const lines = (body.output ?? []).flatMap((one: Readonly<Record<string, unknown>>) => [
    ...(one.content ? [`${one.role}: ${String(one.content)}`] : []),
    ...((one.tool_calls ?? []) as { function: { name: string } }[]).map(
      (call) => `calls ${call.function.name}`,
    ),
  ]);
  return lines.join(' | ').slice(0, 300) || 'nothing';
}

type Json = Readonly<Record<string, unknown>>;

const createAssistant =
  (rest: Json, tools: readonly unknown[] = []) =>
  async ({ marked }: World) =>
    seen(
      await marked.send('POST', '/assistant', assistant(marked.name(), 'x', { metadata, ...rest }, tools)),
    );

const chatWith =
  (prompt: string, input: string, tools: readonly unknown[] = [], more: Json = {}) =>
  async ({ marked }: World) =>
    output(
      await marked.send('POST', '/chat', {
        assistant: assistant(marked.name(), prompt, { metadata }, tools),
        input,
        name: marked.name(),
        ...more,
      }),
    );

export const doubts: readonly Doubt[] = [
  {
    name: '(1) an undefined variable in a prompt',
    look: chatWith('Whatever you are asked, answer with exactly this: [{{ nobody_knows }}]', 'What is it?'),
  },
  {
    name: '(1) an undefined variable with a default',
    look: chatWith(
      'Whatever you are asked, answer with exactly this: [{{ nobody_knows | default: "unknown" }}]',
      'What is it?',
    ),
  },
  {
    name: 'the weekday of today by Liquid in a time zone',
    look: chatWith(
      'Whatever you are asked, answer with exactly this: {{ "now" | date: "%A %H:%M", "Europe/Paris" }}',
      'What is it?',
    ),
  },
  {
    name: 'a variable in what a tool speaks',
    look: chatWith(
      'When the caller asks for the total, call compute_total.',
      'Please compute the total.',
      [
        code('compute_total', 'Computes the total.', 'return { total: 7 };', {
          messages: [{ type: 'request-start', content: 'For {{ place }}.', blocking: true }],
        }),
      ],
      { assistantOverrides: { variableValues: { place: 'Lyon' } } },
    ),
  },
  {
    name: 'a vetoed tool in a chat',
    look: chatWith('When the caller asks for the total, call compute_total.', 'Please compute the total.', [
      code('compute_total', 'Computes the total.', 'return { total: 7 };', {
        rejectionPlan: { conditions: [{ type: 'liquid', liquid: 'true' }] },
      }),
    ]),
  },
  {
    name: 'an empty input of a new chat',
    look: chatWith('You are brief.', ''),
  },
  {
    name: '(2) the hidden function of endCall and transferCall',
    look: createAssistant({}, [
      { type: 'endCall', function: { name: 'end_it', description: 'Ends the call.' } },
      {
        type: 'transferCall',
        function: { name: 'pass_on', description: 'Passes the call on.' },
        destinations: [{ type: 'number', number: '+14155550100' }],
      },
    ]),
  },
  {
    name: '(3) client messages and metadata in the overrides of a call in the browser',
    look: async ({ marked }) =>
      seen(
        await marked.send('POST', '/call/web', {
          squad: {
            name: marked.name(),
            members: [{ assistant: assistant(marked.name(), 'x', { metadata }) }],
          },
          squadOverrides: { clientMessages: ['transcript', 'transfer-update'], metadata },
        }),
      ),
  },
  {
    name: '(5) who speaks after a handoff in a chat',
    look: async ({ marked }) => {
      const [front, back] = [marked.name(), marked.name()];
      const tools = [handoff('to_kitchen', back, 'Call this as soon as the caller asks for the kitchen.')];
      const members = [
        {
          assistant: assistant(
            front,
            'When the caller asks for the kitchen, call to_kitchen at once.',
            { metadata },
            tools,
          ),
        },
        {
          assistant: assistant(back, 'You are the kitchen.', { metadata, firstMessage: 'Kitchen speaking.' }),
        },
      ];
      const squad = { name: marked.name(), members };
      return output(
        await marked.send('POST', '/chat', { squad, input: 'The kitchen, please.', name: marked.name() }),
      );
    },
  },
  ...(['#', ['#']] as const).map((delimiters) => ({
    name: `(7) delimiters of the keypad as ${JSON.stringify(delimiters)}`,
    look: createAssistant({ keypadInputPlan: { enabled: true, delimiters } }),
  })),
  {
    name: '(8) null takes an optional field away',
    look: async ({ marked }) => {
      const made = await marked.send(
        'POST',
        '/assistant',
        assistant(marked.name(), 'x', { metadata, endCallMessage: 'Bye.' }),
      );
      const changed = await marked.send('PATCH', `/assistant/${made.body?.id}`, { endCallMessage: null });
      const { body } = await marked.send('GET', `/assistant/${made.body?.id}`);
      return `${seen(changed)}, then endCallMessage is ${JSON.stringify(body?.endCallMessage ?? null)}`;
    },
  },
  {
    name: '(10) an added tool of a name that a member has already',
    look: async ({ marked }) => {
      const same = code('same_name', 'The same.', 'return 1;');
      const squad = {
        name: marked.name(),
        members: [{ assistant: assistant(marked.name(), 'x', { metadata }, [same]) }],
        membersOverrides: { 'tools:append': [same] },
      };
      const made = await marked.send('POST', '/squad', squad);
      if (made.status >= 300) return seen(made);
      const chat = await marked.send('POST', '/chat', {
        squadId: made.body.id,
        input: 'Hello',
        name: marked.name(),
      });
      return `created ${seen(made)}, spoken to ${seen(chat)}`;
    },
  },
  {
    name: '(12) a prompt of 100,000 characters',
    look: async ({ marked }) =>
      seen(
        await marked.send(
          'POST',
          '/assistant',
          assistant(marked.name(), 'word '.repeat(20_000), { metadata }),
        ),
      ),
  },
  {
    name: '(12) a squad of 20 members',
    look: async ({ marked }) => {
      const members = Array.from({ length: 20 }, () => ({
        assistant: assistant(marked.name(), 'x', { metadata }),
      }));
      return seen(await marked.send('POST', '/squad', { name: marked.name(), members }));
    },
  },
  {
    name: 'handoff parameters that offer no destination',
    look: createAssistant({}, [
      handoff('go_on', 'Nobody', 'On.', { type: 'object', properties: { age: { type: 'number' } } }),
    ]),
  },
  {
    name: 'a saved tool that does not exist',
    look: createAssistant({ model: { provider: 'openai', model: 'gpt-4.1-mini', toolIds: [UNKNOWN] } }),
  },
  {
    name: 'deleting an assistant that a squad uses, unpinned',
    look: async ({ marked }) => {
      const made = await marked.send('POST', '/assistant', assistant(marked.name(), 'x', { metadata }));
      await marked.send('POST', '/squad', { name: marked.name(), members: [{ assistantId: made.body?.id }] });
      return seen(await marked.send('DELETE', `/assistant/${made.body?.id}`));
    },
  },
  {
    name: '(6) null takes a number from its assistant',
    look: async ({ marked }) => {
      const number = await marked.send('POST', '/phone-number', { provider: 'vapi', name: marked.name() });
      if (number.status >= 300) return `no free number: ${seen(number)}`;
      const made = await marked.send('POST', '/assistant', assistant(marked.name(), 'x', { metadata }));
      const path = `/phone-number/${number.body.id}`;
      await marked.send('PATCH', path, { assistantId: made.body?.id });
      const changed = await marked.send('PATCH', path, { assistantId: null });
      const { body } = await marked.send('GET', path);
      return `${seen(changed)}, then assistantId is ${JSON.stringify(body?.assistantId ?? null)}`;
    },
  },
  {
    name: '(11) the room of a call in the browser',
    look: async ({ marked }) => {
      const call = await marked.send('POST', '/call/web', {
        assistant: assistant(marked.name(), 'x', { metadata }),
      });
      const address: unknown = call.body?.webCallUrl ?? call.body?.transport?.callUrl;
      return typeof address === 'string' ? `at ${new URL(address).host}` : seen(call);
    },
  },
  {
    name: 'two answers to one earlier turn of a chat',
    look: async ({ marked }) => {
      const body = { assistant: assistant(marked.name(), 'Repeat what you are told.', { metadata }) };
      const say = (input: string, previousChatId?: string) =>
        marked.send('POST', '/chat', {
          ...body,
          input,
          name: marked.name(),
          ...(previousChatId ? { previousChatId } : {}),
        });
      const first = await say('one');
      const [left, right] = [await say('two', first.body?.id), await say('three', first.body?.id)];
      return `${output(left)}; ${output(right)}`;
    },
  },
  {
    name: 'variable values in a chat with a squad',
    look: async ({ marked }) => {
      const member = assistant(
        marked.name(),
        'Whatever you are asked, answer with exactly this: {{ place }}',
        {
          metadata,
        },
      );
      const body = { squad: { name: marked.name(), members: [{ assistant: member }] }, input: 'Where?' };
      const variableValues = { place: 'Lyon' };
      const chat = (more: Json) => marked.send('POST', '/chat', { ...body, ...more, name: marked.name() });
      const ways = [
        await chat({ assistantOverrides: { variableValues } }),
        await chat({ squadOverrides: { variableValues } }),
      ];
      return `for the assistant: ${output(ways[0]!)}; for the squad: ${output(ways[1]!)}`;
    },
  },
  {
    name: 'what is kept of a call, set for one member of a squad',
    look: async ({ marked }) => {
      const member = {
        assistant: assistant(marked.name(), 'x', { metadata }),
        assistantOverrides: { artifactPlan: { recordingEnabled: false } },
      };
      const made = await marked.send('POST', '/squad', { name: marked.name(), members: [member] });
      const plan = made.body?.members?.[0]?.assistantOverrides?.artifactPlan;
      return `${seen(made)}, kept as ${JSON.stringify(plan ?? null)}`;
    },
  },
  {
    name: 'the time of change of what was written again unchanged',
    look: async ({ marked }) => {
      const body = assistant(marked.name(), 'x', { metadata });
      const made = await marked.send('POST', '/assistant', body);
      const again = await marked.send('PATCH', `/assistant/${made.body?.id}`, body);
      return `${seen(again)}, ${again.body?.updatedAt === made.body?.updatedAt ? 'the same' : 'another'}`;
    },
  },
  {
    name: 'a credential that signs what an apiRequest tool sends',
    look: createAssistant({}, [
      {
        type: 'apiRequest',
        name: 'look_up',
        method: 'POST',
        url: 'https://example.com/',
        credentialId: UNKNOWN,
        body: { type: 'object', properties: {} },
      },
    ]),
  },
];
