/** Lower pass: asks every reachable step's kind what it becomes. Pure; knows no kind and no member. */
import { abilitiesOf } from '../../vapi/contract/phone-number.ts';
import type { FlowDocument, NodeId } from '../document.ts';
import type { FlowGraph } from '../graph.ts';
import type { Fragment, Registry } from '../kind.ts';
import { promptText } from '../text.ts';
import { pretenceOf, pretendedExit, pretending } from './pretend.ts';
import { SPEECH } from './speech.ts';
import type { CompileTarget } from './target.ts';

export function lower(
  document: FlowDocument,
  registry: Registry,
  graph: FlowGraph,
  names: (purpose: string, id: string) => string,
  target: CompileTarget,
): Map<NodeId, Fragment> {
  const fragments = new Map<NodeId, Fragment>();
  // What a step of an unknown kind would do cannot be told: the call is ended politely there.
  const unknown: Fragment = {
    instruction: { do: 'end', tool: 'endCall', closing: SPEECH[document.language].cannotGoOn },
    tools: [],
  };
  const files = target.files && new Map(Object.entries(target.files));
  for (const id of graph.nodes) {
    if (!graph.reachable.has(id)) continue;
    const node = document.nodes[id]!;
    const kind = registry.get(node.kind);
    if (!kind) {
      fragments.set(id, unknown);
      continue;
    }
    const exit = pretendedExit(node.id, kind.exits(node.data), pretenceOf(target));
    if (exit?.role === 'failure' && !kind.needsRuntime) {
      fragments.set(id, { instruction: { do: 'go', to: exit.id }, tools: [] });
      continue;
    }
    const runtime = exit && target.runtime ? pretending(target.runtime, exit) : target.runtime;
    const context = {
      document,
      language: document.language,
      toolName: (purpose: string) => names(purpose, id),
      text: (sentence: string) => promptText(sentence, document),
      ...(runtime ? { runtime } : {}),
      ...(files ? { fileAtVapi: (file: string) => files.get(file) ?? null } : {}),
      ...(target.dialRefusal ? { dialRefusal: target.dialRefusal } : {}),
      ...(target.provider === undefined ? {} : { line: abilitiesOf(target.provider) }),
    };
    fragments.set(id, kind.lower(node, context));
  }
  return fragments;
}
