/**
 * A last look at an imported drawing: refusals go on only where nothing depends on the answer, circles listen, and
 * steps that nothing leads to are told. Knows no file format.
 */
import type { InformationId, NodeId } from '../flow/document.ts';
import { ask } from '../kinds/ask/kind.ts';
import { connect } from '../kinds/connect/kind.ts';
import { usedInformation } from '../kinds/connect/request.ts';
import { checkFlow } from '../kinds/registry.ts';
import { say } from '../kinds/say/kind.ts';
import type { Draft } from './draft.ts';

const ROUNDS = 50;

export function settle(draft: Draft, giveUp: (from: NodeId) => NodeId): void {
  listenInCircles(draft, giveUp);
  settleRefusals(draft, giveUp);
  for (const { code, at } of checkFlow(draft.build()))
    if (code === 'unreachable-step' && at.node)
      draft.check('never-reached', at, draft.pathOf(at.node), '', 'warning');
}

/** In a circle of sentences one waits for an answer: the file's own listens at every step. */
function listenInCircles(draft: Draft, giveUp: (from: NodeId) => NodeId): void {
  // A circle within a circle is seen once the outer one listens.
  for (let round = 0; round < ROUNDS; round += 1) {
    const circles = checkFlow(draft.build()).flatMap(({ code, at }) =>
      code === 'circle-without-listening' && at.node ? [circleOf(draft, at.node)] : [],
    );
    const changed = circles.map((circle) => {
      const node = circle.find((one) => draft.dataOf(say, one) !== undefined);
      if (node === undefined) return giveUpTrying(draft, circle, giveUp);
      listenAt(draft, node);
      return true;
    });
    if (!changed.includes(true)) return;
  }
}

/** A sentence becomes a question: its answer is kept under the name of its step. */
function listenAt(draft: Draft, node: NodeId): void {
  const { text } = draft.dataOf(say, node)!;
  const label = draft.nodes().find((one) => one.id === node)?.title ?? draft.words.answer;
  const path = draft.pathOf(node);
  const information = draft.collect({
    name: `answer ${node}`,
    aliases: [],
    label,
    type: 'text',
    choices: [],
    typeGuessed: false,
    path,
    idFrom: label,
  });
  draft.change(ask, node, {
    question: draft.clipped(text, 1000, { node, field: 'question' }, path),
    items: [{ information, optional: false }],
    readBack: false,
  });
  draft.moveExit(node, 'next', 'got-it');
  const onward = draft.edges().find((edge) => edge.from === node && edge.exit === 'got-it');
  if (onward) draft.link(node, 'would-not-say', onward.to);
  draft.check('answer-kept', { node, field: 'items' }, path, label);
}

/** A request that is made again and again when it fails is made once; whether there was one. */
function giveUpTrying(draft: Draft, circle: readonly NodeId[], giveUp: (from: NodeId) => NodeId): boolean {
  const again = draft
    .edges()
    .find((edge) => edge.exit === 'problem' && circle.includes(edge.from) && circle.includes(edge.to));
  if (!again) return false;
  draft.relink(again.from, 'problem', giveUp(again.from));
  draft.check('gives-up', { node: again.from, exit: 'problem' }, draft.pathOf(again.from), '', 'warning');
  return true;
}

/** The steps on ways from a step back to itself. */
function circleOf(draft: Draft, from: NodeId): NodeId[] {
  const out = new Map<NodeId, NodeId[]>();
  const into = new Map<NodeId, NodeId[]>();
  for (const edge of draft.edges()) {
    out.set(edge.from, [...(out.get(edge.from) ?? []), edge.to]);
    into.set(edge.to, [...(into.get(edge.to) ?? []), edge.from]);
  }
  const after = reach(from, out);
  const before = reach(from, into);
  return [...after].filter((node) => before.has(node));
}

function reach(from: NodeId, links: ReadonlyMap<NodeId, readonly NodeId[]>): Set<NodeId> {
  const seen = new Set<NodeId>([from]);
  for (const node of seen) for (const next of links.get(node) ?? []) seen.add(next);
  return seen;
}

/** Where a later step needs the answer, a refusal is given up; else the call goes on without it. */
function settleRefusals(draft: Draft, giveUp: (from: NodeId) => NodeId): void {
  const sent = draft.nodes().flatMap((node) => {
    const request = draft.dataOf(connect, node.id);
    return request ? usedInformation(request) : [];
  });
  const needed = new Set([
    ...sent,
    ...checkFlow(draft.build()).flatMap((problem) =>
      problem.code === 'information-not-collected' && problem.at.information ? [problem.at.information] : [],
    ),
  ]);
  for (const { id } of draft.nodes()) {
    const data = draft.dataOf(ask, id);
    if (!data) continue;
    const [given, refused] = ['got-it', 'would-not-say'].map((exit) =>
      draft.edges().find((edge) => edge.from === id && edge.exit === exit),
    );
    // A file that says itself what happens after a refusal is left alone.
    if (!refused || refused.to !== given?.to) continue;
    const at = { node: id, exit: 'would-not-say' };
    const isNeeded = data.items.some((item) => needed.has(item.information as InformationId));
    if (isNeeded) draft.relink(id, 'would-not-say', giveUp(id));
    draft.check(isNeeded ? 'gives-up' : 'goes-on', at, draft.pathOf(id));
  }
}
