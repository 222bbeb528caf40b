/**
 * Conversations between an assistant or squad and an AI caller: `POST /eval/simulation/run` as we write it, everything written
 * out so that nothing is left behind but the run, and its answers (vapi-facts §6).
 */
import * as z from 'zod';
import { assistantBody, assistantOverrides, structuredOutput } from './assistant.ts';
import { chatMessage } from './chat.ts';
import { squadBody } from './squad.ts';

/** Characters of the instructions of a scenario. */
export const MOST_INSTRUCTIONS = 10_000;
/** Characters of the names of a scenario and a personality. */
export const MOST_SIMULATION_NAME = 80;

const name = z.string().min(1).max(MOST_SIMULATION_NAME);

/** A question about the conversation with yes or no as its answer; others compare in more ways (vapi-facts §6). */
const evaluation = z.strictObject({
  structuredOutput: structuredOutput.extend({
    schema: z.strictObject({ type: z.literal('boolean'), description: z.string().optional() }),
  }),
  comparator: z.enum(['=', '!=']),
  value: z.boolean(),
  required: z.boolean(),
});

const scenarioBody = z.strictObject({
  name,
  /** What the caller is to do. */
  instructions: z.string().min(1).max(MOST_INSTRUCTIONS),
  evaluations: z.array(evaluation).min(1),
  /** Laid over the target. */
  targetOverrides: assistantOverrides.optional(),
});

/** Who the caller is. Of the assistant only the first message of its model, its model, voice and transcriber are used. */
const personalityBody = z.strictObject({ name, assistant: assistantBody });

export const createSimulationRunBody = z.strictObject({
  simulations: z
    .array(
      z.strictObject({
        type: z.literal('simulation'),
        scenario: scenarioBody,
        personality: personalityBody,
        name: name.optional(),
      }),
    )
    .min(1),
  target: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('assistant'), assistant: assistantBody }),
    z.strictObject({ type: z.literal('squad'), squad: squadBody }),
  ]),
  /** Text: nothing is spoken aloud. */
  transport: z.strictObject({ provider: z.literal('vapi.webchat') }),
});
export type CreateSimulationRunBody = z.infer<typeof createSimulationRunBody>;

const run = { id: z.uuid(), status: z.string() };

/** One item for each conversation that will be held. */
export const createdSimulationRun = z.looseObject({
  ...run,
  simulationRunItemIds: z.array(z.uuid()).min(1),
});
export type CreatedSimulationRun = z.infer<typeof createdSimulationRun>;

export const simulationRun = z.looseObject(run);
export type SimulationRun = z.infer<typeof simulationRun>;

const evaluated = z.looseObject({
  extractedValue: z.union([z.number(), z.string(), z.boolean()]).nullish(),
  passed: z.boolean().nullish(),
  isSkipped: z.boolean().nullish(),
  error: z.string().nullish(),
});

/**
 * `status` goes from `queued` over `running` and `evaluating` to `passed`, `failed` or `canceled`; `results` may come a moment
 * after it.
 */
export const simulationRunItem = z.looseObject({
  id: z.uuid(),
  status: z.string(),
  startedAt: z.string().nullish(),
  createdAt: z.string().nullish(),
  failureReason: z.string().nullish(),
  metadata: z
    .looseObject({ call: z.looseObject({ messages: z.array(chatMessage).nullish() }).nullish() })
    .nullish(),
  results: z.looseObject({ evaluations: z.array(evaluated) }).nullish(),
});
export type SimulationRunItem = z.infer<typeof simulationRunItem>;
