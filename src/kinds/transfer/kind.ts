/** Pass to a person: an announcement, then the call goes to the telephone of the first who can be reached. Pure. */
import * as z from 'zod/mini';
import type { HoursId, NodeId } from '../../flow/document.ts';
import {
  defineKind,
  type Exit,
  type Fragment,
  type LowerContext,
  type SimulationStep,
} from '../../flow/kind.ts';
import type { Problem } from '../../flow/problem.ts';
import { plainText } from '../../flow/text.ts';
import type { TransferDestination } from '../../vapi/contract/tool.ts';
import { checks } from './checks.ts';
import { dutyLiquid, onDuty } from './duty.ts';
import { MOST_PEOPLE, type Person, person, reachable } from './people.ts';
import { TRANSFER_SPEECH } from './speech.ts';

const schema = z.strictObject({
  message: z.string().check(z.maxLength(1000)),
  /** In the order in which they are called. */
  people: z.array(person).check(z.maxLength(MOST_PEOPLE)),
  /** Tell the person why the caller is passed on, before they are connected. Waits for an answer. */
  tellWhy: z.boolean(),
  /** Stay with the caller until somebody has answered (only where the line can do it); else the call leaves at once. */
  waitForAnswer: z.optional(z.boolean()),
});
export type TransferData = z.infer<typeof schema>;

const EXITS: readonly Exit[] = [{ id: 'no-answer', role: 'failure', because: 'nobody-answered' }];

export const transfer = defineKind<'transfer', TransferData>({
  id: 'transfer',
  family: 'leave',
  schema,
  create: ({ language }) => ({
    message: TRANSFER_SPEECH[language].message,
    people: [{ name: '', number: '' }],
    tellWhy: false,
  }),
  exits: () => EXITS,
  sentences: (data) => [{ field: 'message', text: data.message }],
  collects: () => [],
  uses: () => [],
  hours: (data) => data.people.flatMap(({ hours }) => (hours ? [hours as HoursId] : [])),
  checks,
  lower: ({ id, data }, context): Fragment => {
    const { people, problems } = allowed(id, data, context);
    const [first, ...others] = people;
    if (!first) return { instruction: { do: 'go', to: 'no-answer' }, tools: [], problems };
    const duty = dutyLiquid(
      people.map((one) => one.person),
      context.document,
      context.toolName('duty').replaceAll('-', '_'),
    );
    const cannotWait = waits(data) && context.line?.warmTransfer === false;
    return {
      instruction: {
        do: 'transfer',
        tool: 'transferCall',
        destination: first.number,
        ...(others.length === 0 ? {} : { instead: others.map(({ number }) => number) }),
        ...(duty ? { onDuty: duty } : {}),
        otherwise: 'no-answer',
      },
      tools: [],
      transferTo: people.map((one) => destinationFor(one, data, context)),
      effects: people.map(({ number }) => ({
        kind: 'dials',
        to: { type: 'address', value: number },
        sends: [],
      })),
      problems: cannotWait ? [...problems, lineCannotWait(id, data)] : problems,
    };
  },
  simulate: ({ data }, event, { document, now, fill }) => {
    const { message } = TRANSFER_SPEECH[document.language];
    if (event.type === 'enter') {
      if (onDuty(data.people, document, now).length === 0) return NOBODY;
      return {
        said: [fill(data.message) || message],
        result: { type: 'waiting', exits: ['connected', 'no-answer'] },
      };
    }
    if (event.exit === 'no-answer') return NOBODY;
    return { said: [], result: { type: 'ended', end: 'transferred' } };
  },
  examples: {
    secretary: {
      message: 'Je vous passe le secrétariat.',
      people: [{ name: 'Secrétariat', number: '01 42 68 53 00' }],
      tellWhy: false,
    },
    'on-call': {
      message: 'One moment, I am looking for somebody.',
      people: [
        { name: 'Office', number: '+44 20 7946 0018', hours: 'main' },
        { name: 'Anna', number: '+44 7700 900123', ringSeconds: 30 },
        { name: 'Ben', number: '+44 7700 900456' },
      ],
      tellWhy: true,
      waitForAnswer: true,
    },
    'no-number': { message: 'One moment, please.', people: [{ name: 'Anna', number: '' }], tellWhy: true },
  },
});

const NOBODY: SimulationStep = {
  said: [],
  result: { type: 'left', exit: 'no-answer', because: { code: 'nobody-answered', params: {} } },
};

function lineCannotWait(node: NodeId, data: TransferData): Problem {
  return {
    code: 'transfer/line-cannot-wait',
    severity: 'warning',
    at: { node, field: data.tellWhy ? 'tellWhy' : 'waitForAnswer' },
    params: {},
  };
}

/** Whoever may be dialled from here, and what is to be told about the others. */
function allowed(node: NodeId, data: TransferData, { dialRefusal }: LowerContext) {
  const everybody = reachable(data.people);
  const refused = everybody.flatMap(({ person: one, number }) => {
    const refusal = dialRefusal?.(number) ?? null;
    return refusal === null ? [] : [{ person: one, number, refusal }];
  });
  return {
    people: everybody.filter(({ person: one }) => !refused.some((other) => other.person === one)),
    problems: refused.map(
      ({ person: one, number, refusal }): Problem => ({
        code: `transfer/number-${refusal}`,
        severity: 'warning',
        at: { node, field: `people.${data.people.indexOf(one)}.number` },
        params: { number, name: one.name.trim() || number },
      }),
    ),
  };
}

/** Whoever tells the person why has to wait for them. */
export function waits({ tellWhy, waitForAnswer }: TransferData): boolean {
  return tellWhy || waitForAnswer === true;
}

function destinationFor(
  { person: { name, ringSeconds }, number }: { readonly person: Person; readonly number: string },
  data: TransferData,
  { document, language, line, text }: LowerContext,
): TransferDestination {
  const speech = TRANSFER_SPEECH[language];
  const announcement = speech.announcement(plainText(document.name)).slice(0, 1000);
  const rings = ringSeconds !== undefined && line?.ringTime === true;
  return {
    type: 'number',
    number,
    message: text(data.message) || speech.message,
    description: text(name) || number,
    numberE164CheckEnabled: true,
    transferPlan:
      waits(data) && line?.warmTransfer
        ? {
            mode: 'warm-transfer-experimental',
            message: announcement,
            ...(data.tellWhy ? { summaryPlan: summaryPlan(language) } : {}),
            // Without this Vapi ends the call when nobody answers (vapi-facts §12.28).
            fallbackPlan: { message: speech.unreached, endCallEnabled: false },
          }
        : { mode: 'blind-transfer', ...(rings ? { sipVerb: 'dial', dialTimeout: ringSeconds } : {}) },
  };
}

/** A summary of the call in its language; it wins over the announcement. */
function summaryPlan(language: LowerContext['language']) {
  const { summarise, transcript } = TRANSFER_SPEECH[language];
  return {
    enabled: true,
    timeoutSeconds: 10,
    messages: [
      { role: 'system' as const, content: summarise },
      { role: 'user' as const, content: `${transcript}\n\n{{transcript}}` },
    ],
  };
}
