/** Puts a handler on the Edge runtime. The only file that knows Deno. */
import { createDeps, type Deps } from './deps.ts';

/** The part of Deno used here; the file is also read by a TypeScript that does not know Deno. */
declare const Deno: {
  serve(handler: (request: Request) => Promise<Response>): unknown;
  readonly env: { get(name: string): string | undefined };
};

export function serve(handle: (request: Request, deps: Deps) => Promise<Response>): void {
  let deps: Deps | undefined;
  Deno.serve((request) => {
    deps ??= createDeps((name) => Deno.env.get(name));
    return handle(request, deps);
  });
}
