/** Plays a drawing for tests: compiles its preview and talks to it through the sandbox, which sees nothing but the payload. */
import { type CallLanguage, emptyDocument, type FlowDocument, type NodeId } from '../../flow/document.ts';
import { sayingLines, type TalkOptions, talk } from './talk.ts';

interface Drawn {
  readonly kind: string;
  readonly data: unknown;
  /** Exit → id of the next step. */
  readonly to?: Readonly<Record<string, string>>;
}

/** A document from steps by id and information by id and type. */
export function drawFlow(
  language: CallLanguage,
  steps: Readonly<Record<string, Drawn>>,
  information: Readonly<Record<string, { readonly name: string; readonly type: string }>> = {},
): FlowDocument {
  const nodes = Object.entries(steps).map(([id, { kind, data }], index) => [
    id,
    { id, kind, position: { x: index * 320, y: 0 }, data },
  ]);
  const edges = Object.entries(steps).flatMap(([from, { to = {} }]) =>
    Object.entries(to).map(([exit, next]) => [
      `${from}-${exit}`,
      { id: `${from}-${exit}`, from, exit, to: next },
    ]),
  );
  return {
    ...emptyDocument('Test', language),
    nodes: Object.fromEntries(nodes),
    edges: Object.fromEntries(edges),
    information: Object.fromEntries(Object.entries(information).map(([id, one]) => [id, { id, ...one }])),
  } as unknown as FlowDocument;
}

export interface Played {
  /** What was said in each turn, the greeting first. */
  readonly turns: readonly (readonly string[])[];
  readonly visited: readonly NodeId[];
  readonly tools: readonly { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> }[];
}

export async function playFlow(
  document: FlowDocument,
  lines: readonly string[],
  options: TalkOptions = {},
): Promise<Played> {
  const { trace, messages, turns, progressTool } = await talk(document, sayingLines(lines), options);
  return {
    turns,
    visited: trace.visits.map(({ node }) => node),
    tools: messages.flatMap((message) =>
      message.role === 'tool-call' && message.tool !== progressTool
        ? [{ tool: message.tool, arguments: message.arguments }]
        : [],
    ),
  };
}
