/** Answers what the rehearsal asks of the server, in the page: each turn goes on by the first way out of the step it is at. */
import type { FlowDocument, FlowEdge, NodeId } from '../../src/flow/document.ts';
import type { RehearsalAnswer, RehearsalRequest } from '../../src/publish/wire.ts';

/** From `first` on. Everything else that is asked for goes where it went before. */
export function playRehearsals(document: FlowDocument, first: NodeId): void {
  const others = globalThis.fetch;
  const next = new Map<NodeId, NodeId>();
  for (const { from, to } of Object.values<FlowEdge>(document.edges)) if (!next.has(from)) next.set(from, to);
  let path: RehearsalAnswer['path'] = [];
  const answer = ({ input }: RehearsalRequest): RehearsalAnswer => {
    const last = path.at(-1);
    if (input === undefined || !last) path = [at(first)];
    else {
      const left = { exit: 'next', because: { code: 'went-on', params: {} }, confidence: 'known' };
      const to = next.get(last.node as NodeId) ?? first;
      path = [...path.slice(0, -1), { ...last, left: left as (typeof last)['left'] }, at(to)];
    }
    const { node } = path.at(-1)!;
    return {
      conversation: `${path.length}`,
      said: [{ text: `Phrase ${path.length}`, node }],
      visited: [node],
      path,
      information: {},
      end: null,
      sandbox: true,
    };
  };
  globalThis.fetch = async (input, init) => {
    if (!String(input).endsWith('/rehearsals')) return others(input, init);
    return Response.json(answer(JSON.parse(String(init?.body)) as RehearsalRequest));
  };
}

function at(node: string): RehearsalAnswer['path'][number] {
  return { node, confidence: 'known', left: null };
}
