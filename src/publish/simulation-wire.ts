/** What the browser and `api` say to each other about simulated callers (`/simulations`). Strict; knows neither side. */
import * as z from 'zod';
import { rehearsalPretence, rehearsalStep } from './wire.ts';

const lines = z.array(z.string().min(1).max(2000)).min(1).max(60);
const answers = z.record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/), z.string().max(1000));
/** Of a simulation that was begun: the seal is for one person, one flow and one pretence. */
const token = z.string().min(1).max(300);

/** `POST /simulations`: an AI caller talks to the compiled draft. */
export const simulationRequest = z.strictObject({
  flowId: z.uuid(),
  name: z.string().trim().min(1).max(120),
  /** What the caller means to say, in order. */
  lines,
  /** What they answer when asked, by information. */
  answers,
  pretence: rehearsalPretence.optional(),
});
export type SimulationRequest = z.infer<typeof simulationRequest>;

export const begunSimulation = z.strictObject({
  simulation: token,
  /** True when it is played by the sandbox. */
  sandbox: z.boolean(),
});
export type BegunSimulation = z.infer<typeof begunSimulation>;

/** `POST /simulations/look`, with the same pretence. */
export const simulationLook = z.strictObject({
  flowId: z.uuid(),
  simulation: token,
  pretence: rehearsalPretence.optional(),
});
export type SimulationLook = z.infer<typeof simulationLook>;

export const SIMULATION_PHASES = ['queued', 'running', 'evaluating'] as const;
export type SimulationPhase = (typeof SIMULATION_PHASES)[number];

export const simulationAnswer = z.discriminatedUnion('status', [
  z.strictObject({ status: z.enum(SIMULATION_PHASES) }),
  z.strictObject({
    status: z.literal('done'),
    /** Both sides, in order. */
    spoken: z.array(
      z.strictObject({
        who: z.enum(['assistant', 'caller']),
        text: z.string(),
        node: z.string().nullable(),
      }),
    ),
    visited: z.array(z.string()),
    path: z.array(rehearsalStep),
    information: z.record(z.string(), z.string()),
    end: z.enum(['hung-up', 'transferred']).nullable(),
    /** Whether the caller got what they called for; null when nobody could tell. */
    goal: z.boolean().nullable(),
    sandbox: z.boolean(),
  }),
]);
export type SimulationAnswer = z.infer<typeof simulationAnswer>;

/** `POST /simulations/cancel`; also right when it is over by then. */
export const simulationCancel = z.strictObject({ flowId: z.uuid(), simulation: token });
export type SimulationCancel = z.infer<typeof simulationCancel>;
export const canceledSimulation = z.strictObject({});
