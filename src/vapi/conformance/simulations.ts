/**
 * What Vapi does not publish about simulations, as far as runs can settle it: how what was said is written down, whether squads that are
 * written out are taken in text, and where their handoffs show. A run cannot be removed by any route: it stays, under a marked name.
 */
import type { World } from './behaviours.ts';
import type { Doubt } from './evidence.ts';
import { MARK } from './marked.ts';
import { assistant, handoff } from './payloads.ts';

type Json = Readonly<Record<string, unknown>>;

const metadata = { app: MARK };
const RUNS = '/eval/simulation/run';
/** Milliseconds between two looks, and until nobody looks any more. */
const PAUSE = 1000;
const LONGEST = 180_000;

/** An AI caller of few words; the item once it is over, or a line about why there is none. */
async function held({ marked }: World, target: Json, line: string): Promise<Json | string> {
  const name = marked.name();
  const made = await marked.send('POST', RUNS, {
    simulations: [
      {
        type: 'simulation',
        name,
        scenario: {
          name,
          instructions: `You mean to say, in this order and once each:\n- “${line}”\nThen say goodbye and end the call.`,
          evaluations: [
            {
              structuredOutput: {
                name: 'was_answered',
                type: 'ai',
                schema: { type: 'boolean', description: 'Whether the caller was answered.' },
              },
              comparator: '=',
              value: true,
              required: true,
            },
          ],
        },
        personality: { name, assistant: assistant(name, 'You are a caller of few words.', { metadata }) },
      },
    ],
    target,
    transport: { provider: 'vapi.webchat' },
  });
  if (made.status >= 300)
    return `${made.status}: ${[made.body?.message ?? made.body].flat().join('; ')}`.slice(0, 300);
  const path = `${RUNS}/${made.body.id}/item/${made.body.simulationRunItemIds?.[0]}`;
  for (const until = Date.now() + LONGEST; Date.now() < until; ) {
    const { body } = await marked.send('GET', path);
    if (body?.results || body?.failureReason || body?.status === 'canceled') return body as Json;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  const { status } = await marked.send('PATCH', `${RUNS}/${made.body.id}`);
  return `not over after ${LONGEST / 1000} seconds, stopping it: ${status}`;
}

interface Message {
  readonly role?: string;
  readonly content?: unknown;
  readonly message?: unknown;
  readonly tool_calls?: readonly { readonly function?: { readonly name?: string } }[];
}

function messagesOf(item: Json): readonly Message[] {
  const { call } = (item.metadata ?? {}) as { call?: { messages?: readonly Message[] } };
  return call?.messages ?? [];
}

/** Role, where its words stand, and what it calls. */
function shapeOf({ role, content, message, tool_calls: calls = [] }: Message): string {
  const words = [
    ...(content == null ? [] : [`content: ${typeof content}`]),
    ...(message == null ? [] : [`message: ${typeof message}`]),
    ...calls.map((call) => `calls ${call.function?.name}`),
  ];
  return `${role} (${words.join(', ')})`;
}

export const simulationDoubts: readonly Doubt[] = [
  {
    name: 'how a simulation writes down what was said, and when its result comes',
    look: async (world) => {
      const desk = assistant(world.marked.name(), 'You are a desk. Answer in one sentence.', { metadata });
      const item = await held(world, { type: 'assistant', assistant: desk }, 'When do you open?');
      if (typeof item === 'string') return item;
      const shapes = [...new Set(messagesOf(item).map(shapeOf))].join(' | ');
      return `${item.status}, session ${item.sessionId ? 'yes' : 'no'}: ${shapes || 'no messages'}`;
    },
  },
  {
    name: 'a squad written out for a simulation in text, and where its handoff shows',
    look: async (world) => {
      const [front, back] = [world.marked.name(), world.marked.name()];
      const tools = [handoff('to_kitchen', back, 'Call this as soon as the caller asks for the kitchen.')];
      const prompt = 'When the caller asks for the kitchen, call to_kitchen at once.';
      const members = [
        { assistant: assistant(front, prompt, { metadata }, tools) },
        {
          assistant: assistant(back, 'You are the kitchen.', { metadata, firstMessage: 'Kitchen speaking.' }),
        },
      ];
      const squad = { name: world.marked.name(), members };
      const item = await held(world, { type: 'squad', squad }, 'The kitchen, please.');
      if (typeof item === 'string') return item;
      const lines = messagesOf(item).flatMap(({ role, content, tool_calls: calls = [] }) => [
        ...(content && role !== 'system' ? [`${role}: ${String(content)}`] : []),
        ...calls.map((call) => `calls ${call.function?.name}`),
      ]);
      return `${item.status}: ${lines.join(' | ').slice(0, 400) || 'no messages'}`;
    },
  },
];
