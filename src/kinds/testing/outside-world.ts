/**
 * The other systems of a call that goes a drawn way: our endpoints and those of other people answer, one request after the
 * other, as the exits of the way demand. Everything is answered on this machine.
 */

import { type Circumstances, certainFailure, slotAt } from '../../callers/circumstances.ts';
import type { FlowDocument, InformationId } from '../../flow/document.ts';
import type { Way } from '../../flow/paths.ts';
import { registry } from '../registry.ts';
import { RUNTIME } from './runtime.ts';
import type { TalkOptions } from './talk.ts';

interface Data {
  readonly url?: string;
  /** Which part of an answer becomes which information. */
  readonly answers?: readonly { readonly path: string; readonly information: InformationId }[];
}

const NO_SLOT = 'no-slot';

/** What the sandbox needs so that the tools along the way do what it says. */
export function worldAlong(
  document: FlowDocument,
  way: Way,
  { now, told }: Circumstances,
): TalkOptions & { readonly fetch: (url: string) => Promise<Response> } {
  const answers = way.steps.flatMap(({ node: id, exit }, place) => {
    const node = document.nodes[id]!;
    const { family, exits } = registry.get(node.kind)!;
    const role = exits(node.data).find((row) => row.id === exit)?.role;
    if (family !== 'act' || certainFailure(document, id) !== null) return [];
    if (exit === NO_SLOT) return [Response.json({ outcome: NO_SLOT })];
    if (role !== 'next') return [new Response('out of order', { status: 500 })];
    const { answers: kept } = node.data as Data;
    if (!kept) return [Response.json({ outcome: exit, slot: slotAt(place) })];
    return [
      Response.json(kept.reduce((body, one) => put(body, one.path, told(place, one.information).value), {})),
    ];
  });
  return {
    now: () => now,
    runtime: RUNTIME,
    appUrl: otherSystem(document),
    fetch: async () => answers.shift() ?? new Response('not on this way', { status: 404 }),
  };
}

/** The sandbox asks one origin besides this machine. */
function otherSystem(document: FlowDocument): string {
  const url = Object.values(document.nodes)
    .map(({ data }) => (data as Data).url)
    .find((one) => one !== undefined);
  return url && URL.canParse(url) ? new URL(url).origin : 'http://127.0.0.1:5173';
}

/** `{ order: { state: … } }` for `order.state`. */
function put(body: object, path: string, value: string): object {
  const [key = '', ...rest] = path.split('.');
  const inner = (body as Readonly<Record<string, object>>)[key] ?? {};
  return { ...body, [key]: rest.length === 0 ? value : put(inner, rest.join('.'), value) };
}
