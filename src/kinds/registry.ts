/** The engine, bound to the list of step kinds. */
import { checkDocument } from '../flow/check/check.ts';
import { type Compiled, compile } from '../flow/compile/compile.ts';
import type { CompileTarget } from '../flow/compile/target.ts';
import type { FlowDocument } from '../flow/document.ts';
import { type Findings, findingsIn } from '../flow/findings.ts';
import { createRegistry, type WorkspaceHoldings } from '../flow/kind.ts';
import type { Manifest } from '../flow/manifest.ts';
import type { Problem } from '../flow/problem.ts';
import { type ReadResult, readDocument } from '../flow/read.ts';
import { type CallerEvent, type Simulation, simulate, type Turn } from '../flow/simulate.ts';
import { type CallMessage, type Trace, traceMessages } from '../flow/trace.ts';
import { kinds } from './list.ts';

export { kinds };

export const registry = createRegistry(kinds);

export function readFlow(json: unknown): ReadResult {
  return readDocument(json, registry);
}

/** `workspace`: what is known of the one that the flow belongs to. */
export function checkFlow(document: FlowDocument, workspace?: WorkspaceHoldings): Problem[] {
  return checkDocument(document, registry, workspace ? { workspace } : {});
}

export function compileFlow(document: FlowDocument, target: CompileTarget): Compiled {
  return compile(document, registry, target);
}

export function simulateFlow(document: FlowDocument, simulation: Simulation, event: CallerEvent): Turn {
  return simulate(document, registry, simulation, event);
}

/** What a traced call came to. */
export function findingsOfCall(
  document: FlowDocument,
  trace: Trace,
  messages: readonly CallMessage[],
): Findings {
  return findingsIn(document, registry, trace, messages);
}

/** Shows a call on the drawing that answered it. `startedAt`: milliseconds since the epoch, when that is known. */
export function traceCall(
  document: FlowDocument,
  manifest: Manifest,
  messages: readonly CallMessage[],
  startedAt: number | null = null,
): Trace {
  return traceMessages(document, registry, manifest, messages, startedAt);
}
