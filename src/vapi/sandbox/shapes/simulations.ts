/** Bodies of simulation runs as the published API accepts them, and the rules that no shape can express. Pure. */
import * as z from 'zod';
import { isRecord, type JsonRecord, recordOf, recordsOf, textOf } from '../runtime/record.ts';
import { assistantShape, overridesShape, squadShape, structuredOutputShape } from './bodies.ts';
import { checkAssistant, checkOverrides } from './check.ts';
import { checkTarget, type TargetLookup } from './target.ts';

const any = z.unknown().optional();
const name = z.string().max(80);
/** A folder to lie in. */
const path = z.string().max(255).nullish();
const COMPARATORS = ['=', '!=', '>', '<', '>=', '<='] as const;

const evaluationShape = z.strictObject({
  structuredOutputId: z.uuid().optional(),
  structuredOutput: structuredOutputShape.optional(),
  path: z.string().optional(),
  comparator: z.enum(COMPARATORS),
  value: z.union([z.number(), z.string(), z.boolean()]),
  required: z.boolean().optional(),
});
const scenarioShape = z.strictObject({
  name,
  instructions: z.string().max(10_000),
  evaluations: z.array(evaluationShape).min(1),
  hooks: z.array(any).optional(),
  targetOverrides: overridesShape.optional(),
  toolMocks: z
    .array(
      z.strictObject({
        toolName: z.string(),
        result: z.string().optional(),
        enabled: z.boolean().optional(),
      }),
    )
    .optional(),
  path,
});
const personalityShape = z.strictObject({ name, assistant: assistantShape, path });

export const createSimulationRunShape = z.strictObject({
  simulations: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({
          type: z.literal('simulation'),
          simulationId: z.uuid().optional(),
          scenarioId: z.uuid().optional(),
          scenario: scenarioShape.optional(),
          personalityId: z.uuid().optional(),
          personality: personalityShape.optional(),
          name: name.optional(),
        }),
        z.strictObject({
          type: z.literal('simulationSuite'),
          simulationSuiteId: z.uuid().optional(),
          suiteId: any,
        }),
      ]),
    )
    .min(1),
  target: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('assistant'),
      assistantId: z.uuid().optional(),
      assistant: assistantShape.optional(),
    }),
    z.strictObject({
      type: z.literal('squad'),
      squadId: z.uuid().optional(),
      squad: squadShape.optional(),
    }),
  ]),
  iterations: z.number().min(1).max(10).optional(),
  transport: z.strictObject({ provider: z.enum(['vapi.websocket', 'vapi.webchat']) }).optional(),
});

export interface SimulationLookup extends TargetLookup {
  /** The type of the values of a saved structured output; undefined where there is none. */
  outputType(id: string): string | undefined;
}

/** What the sandbox does not play is refused and said, never passed over in silence. */
export function checkSimulationRun(body: JsonRecord, lookup: SimulationLookup): string[] {
  const { type: _, ...target } = recordOf(body.target);
  return [
    ...recordsOf(body.simulations).flatMap((entry, index) =>
      checkEntry(entry, `simulations.${index}`, lookup),
    ),
    ...checkTarget(target, lookup).map((sentence) => `target: ${sentence}`),
    ...(recordOf(body.transport).provider === 'vapi.webchat'
      ? []
      : ['transport.provider: this sandbox plays vapi.webchat only, there is no voice in it']),
  ];
}

function checkEntry(entry: JsonRecord, at: string, lookup: SimulationLookup): string[] {
  if (entry.type === 'simulationSuite') return [`${at}: simulation suites are not kept in this sandbox`];
  if (entry.simulationId !== undefined)
    return [
      `${at}.simulationId: simulations are not kept in this sandbox, write scenario and personality out`,
    ];
  const { scenario, personality } = entry;
  return [
    ...(['scenario', 'personality'] as const).flatMap((part) => checkPart(entry, part, at)),
    ...(isRecord(scenario) ? checkScenario(scenario, `${at}.scenario`, lookup) : []),
    ...(isRecord(personality)
      ? checkAssistant(recordOf(personality.assistant), `${at}.personality.assistant`, lookup.hasTool)
      : []),
  ];
}

function checkPart(entry: JsonRecord, part: 'scenario' | 'personality', at: string): string[] {
  const id = `${part}Id`;
  if (entry[part] !== undefined && entry[id] !== undefined)
    return [`${at}: ${id} cannot be combined with an inline ${part}`];
  if (entry[id] !== undefined) return [`${at}.${id}: ${part} ${textOf(entry[id])} does not exist`];
  return entry[part] === undefined ? [`${at}: either ${id} or ${part} must be given`] : [];
}

function checkScenario(scenario: JsonRecord, at: string, lookup: SimulationLookup): string[] {
  const mocks = recordsOf(scenario.toolMocks).some(({ enabled }) => enabled !== false);
  const hooks = Array.isArray(scenario.hooks) && scenario.hooks.length > 0;
  return [
    ...recordsOf(scenario.evaluations).flatMap((one, index) =>
      checkEvaluation(one, `${at}.evaluations.${index}`, lookup),
    ),
    ...checkOverrides(scenario.targetOverrides, `${at}.targetOverrides`, lookup.hasTool),
    ...(mocks ? [`${at}.toolMocks: this sandbox lets every tool do what it does`] : []),
    ...(hooks ? [`${at}.hooks: hooks of simulations are for voice, which this sandbox has none of`] : []),
  ];
}

/** Values are primitive, and only numbers have an order (vapi-facts §6). */
function checkEvaluation(evaluation: JsonRecord, at: string, lookup: SimulationLookup): string[] {
  const { structuredOutputId: id, structuredOutput, comparator } = evaluation;
  if ((id === undefined) === (structuredOutput === undefined))
    return [`${at} must have either structuredOutputId or structuredOutput`];
  const type =
    id === undefined
      ? textOf(recordOf(recordOf(structuredOutput).schema).type)
      : lookup.outputType(textOf(id));
  if (type === undefined) return [`${at}: structured output ${textOf(id)} does not exist`];
  if (!['string', 'number', 'integer', 'boolean'].includes(type))
    return [`${at}: the schema must be of a primitive type: string, number, integer, boolean`];
  const isOrdered = type === 'number' || type === 'integer';
  return isOrdered || comparator === '=' || comparator === '!='
    ? []
    : [`${at}.comparator: ${type} values can be compared by = and != only`];
}
