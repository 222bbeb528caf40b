/** Puts a handler on the Edge runtime. The only file that knows Deno. */
import type { VariableOf } from '../../../src/environment/variables.ts';
import type { Deps } from './deps.ts';
import { install } from './installation.ts';
import { type LogLine, logToConsole } from './log.ts';

/** The part of Deno used here; the file is also read by a TypeScript that does not know Deno. */
declare const Deno: {
  serve(handler: (request: Request) => Promise<Response>): unknown;
  readonly env: { get(name: VariableOf<'functions'>): string | undefined };
};

export function serve(
  name: LogLine['function'],
  handle: (request: Request, deps: Deps) => Promise<Response>,
): void {
  Deno.serve(install(name, handle, (variable) => Deno.env.get(variable), logToConsole));
}
