/** Simulated callers, through the Edge Function `api`. */
import {
  type BegunSimulation,
  begunSimulation,
  canceledSimulation,
  type SimulationAnswer,
  type SimulationCancel,
  type SimulationLook,
  type SimulationRequest,
  simulationAnswer,
} from '../publish/simulation-wire.ts';
import { type ApiResult, ask } from './ask.ts';

/** An AI caller begins to talk to the compiled draft. */
export function beginSimulation(request: SimulationRequest): ApiResult<BegunSimulation> {
  return ask('POST', '/simulations', begunSimulation, request);
}

/** Where they are, or what came of it. */
export function lookAtSimulation(request: SimulationLook, signal: AbortSignal): ApiResult<SimulationAnswer> {
  return ask('POST', '/simulations/look', simulationAnswer, request, signal);
}

/** Also right when it is over by then. */
export function cancelSimulation(request: SimulationCancel): ApiResult<Record<string, never>> {
  return ask('POST', '/simulations/cancel', canceledSimulation, request);
}
