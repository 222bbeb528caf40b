/** What an endpoint of the runtime is: one kind of step, and what our server does for it during a call. */
import type { FlowDocument, FlowNode } from '../../../src/flow/document.ts';
import type { Kind } from '../../../src/flow/kind.ts';
import type { Json } from '../../../src/lib/json.ts';
import type { Deps } from '../_shared/deps.ts';

/** A request that came from Vapi, for a step that exists. Everything but `body` was looked up or is out of the model's hands. */
export interface Asked<Data = unknown> {
  readonly workspace: string;
  readonly flow: string;
  /** Vapi's id of the call; empty in a rehearsal. */
  readonly call: string;
  /** The number that calls; empty when it is withheld. */
  readonly caller: string;
  /** In a rehearsal, the way out by which the step is to be left; null when it does what it does. */
  readonly pretended: string | null;
  /** Of the version that answers the call, what the step needs (`src/kinds/step-part.ts`): nothing else of it is there. */
  readonly document: FlowDocument;
  readonly node: FlowNode<Data>;
  /** As it came: what the model filled is among it and is to be checked. */
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * `done` is answered as it is, for the aliases of the tool to read. `failed` lets the step take its failure exit: `code` is
 * for the log alone; after `unsent` nothing has happened outside, and the same request may be tried again.
 */
export type Done =
  | { readonly type: 'done'; readonly answer: Json }
  | { readonly type: 'failed'; readonly code: string; readonly unsent?: true };

export interface Task {
  /**
   * What is asked, so that one request is carried out once however often it is delivered. Absent for what may be repeated
   * at will. Within a call, another request differs in it.
   */
  readonly once?: Json;
  /** `milliseconds`: what is left until nobody waits for the answer any more. */
  run(deps: Deps, milliseconds: number): Promise<Done>;
}

export interface Endpoint<Data = unknown> {
  readonly kind: Kind<string, Data>;
  /** Milliseconds that Vapi waits for an answer, as the tool was compiled. */
  patience(data: Data): number;
  /** Null when what the model filled does not fit the step. */
  prepare(asked: Asked<Data>): Task | null;
  /** What is answered so that the step is left by a way out; null when it cannot be made up. Fails by itself where `failed` would do. */
  pretend?(asked: Asked<Data>, exit: string, now: number): Done | null;
}

/** Keeps the data type of an endpoint to itself. */
export function defineEndpoint<Data>(endpoint: Endpoint<Data>): Endpoint {
  return endpoint as Endpoint<unknown>;
}
