/**
 * A last look at an imported drawing: refusals go on only where nothing depends on the answer, circles listen, and
 * steps that nothing leads to are told. Knows no file format.
 */
import type { FlowEdge, InformationId, NodeId } from '../flow/document.ts';
import type { Problem } from '../flow/problem.ts';
import { ask } from '../kinds/ask/kind.ts';
import { connect } from '../kinds/connect/kind.ts';
import { usedInformation } from '../kinds/connect/settings.ts';
import { checkFlow } from '../kinds/registry.ts';
import { say } from '../kinds/say/kind.ts';
import type { Draft } from './draft.ts';

const ROUNDS = 50;

export function settle(draft: Draft, giveUp: (from: NodeId) => NodeId): void {
  const found = listenInCircles(draft, giveUp);
  const isChanged = settleRefusals(draft, giveUp, found);
  for (const { code, at } of isChanged ? checkFlow(draft.build()) : found)
    if (code === 'unreachable-step' && at.node)
      draft.check('never-reached', at, draft.pathOf(at.node), '', 'warning');
}

/** In a circle of sentences one waits for an answer: the file's own listens at every step. The problems that are left. */
function listenInCircles(draft: Draft, giveUp: (from: NodeId) => NodeId): readonly Problem[] {
  // A circle within a circle is seen once the outer one listens.
  for (let round = 0; ; round += 1) {
    const found = checkFlow(draft.build());
    if (round === ROUNDS) return found;
    const within = found.flatMap(({ code, at }) =>
      code === 'circle-without-listening' && at.node ? [at.node] : [],
    );
    const circleOf = within.length > 0 ? circlesIn(draft) : () => [];
    const changed = within.map((from) => {
      const circle = circleOf(from);
      const node = circle.find((one) => draft.dataOf(say, one) !== undefined);
      if (node === undefined) return giveUpTrying(draft, circle, giveUp);
      listenAt(draft, node);
      return true;
    });
    if (!changed.includes(true)) return found;
  }
}

/** A sentence becomes a question: its answer is kept under the name of its step. */
function listenAt(draft: Draft, node: NodeId): void {
  const { text } = draft.dataOf(say, node)!;
  const label = draft.node(node)?.title ?? draft.words.answer;
  const path = draft.pathOf(node);
  const information = draft.collect({
    name: `answer ${node}`,
    aliases: [],
    label,
    about: '',
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
  const onward = draft.edgeFrom(node, 'got-it');
  if (onward) draft.link(node, 'would-not-say', onward.to);
  draft.check('answer-kept', { node, field: 'items' }, path, label);
}

/** A request that is made again and again when it fails is made once; whether there was one. */
function giveUpTrying(draft: Draft, circle: readonly NodeId[], giveUp: (from: NodeId) => NodeId): boolean {
  const inside = new Set(circle);
  const links = draft.edges().filter((edge) => inside.has(edge.from) && inside.has(edge.to));
  const isFailure = (edge: FlowEdge) => edge.exit === 'problem';
  const rank = ranks(
    circle,
    links.filter((edge) => !isFailure(edge)),
  );
  // Where requests that work go round for ever, giving up after failures would help nobody: it is reported.
  if (!rank) return false;
  const again = links.filter((edge) => isFailure(edge) && rank.get(edge.to)! <= rank.get(edge.from)!);
  for (const { from } of again) {
    draft.relink(from, 'problem', giveUp(from));
    draft.check('gives-up', { node: from, exit: 'problem' }, draft.pathOf(from), '', 'warning');
  }
  return again.length > 0;
}

/** The place of each step in an order in which every link leads onward; undefined when there is none. */
function ranks(nodes: readonly NodeId[], links: readonly FlowEdge[]): Map<NodeId, number> | undefined {
  const open = new Map(nodes.map((node) => [node, 0]));
  for (const { to } of links) open.set(to, open.get(to)! + 1);
  const out = grouped(links, ({ from, to }) => [from, to]);
  const ready = nodes.filter((node) => open.get(node) === 0);
  const rank = new Map<NodeId, number>();
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    rank.set(node, rank.size);
    for (const next of out.get(node) ?? []) {
      open.set(next, open.get(next)! - 1);
      if (open.get(next) === 0) ready.push(next);
    }
  }
  return rank.size === nodes.length ? rank : undefined;
}

/** The steps on ways from a step back to itself. */
function circlesIn(draft: Draft): (from: NodeId) => NodeId[] {
  const links = draft.edges();
  const out = grouped(links, ({ from, to }) => [from, to]);
  const into = grouped(links, ({ from, to }) => [to, from]);
  return (from) => {
    const before = reach(from, into);
    return [...reach(from, out)].filter((node) => before.has(node));
  };
}

function grouped(
  links: readonly FlowEdge[],
  pair: (edge: FlowEdge) => readonly [NodeId, NodeId],
): Map<NodeId, NodeId[]> {
  const groups = new Map<NodeId, NodeId[]>();
  for (const edge of links) {
    const [key, other] = pair(edge);
    const group = groups.get(key);
    if (group) group.push(other);
    else groups.set(key, [other]);
  }
  return groups;
}

function reach(from: NodeId, links: ReadonlyMap<NodeId, readonly NodeId[]>): Set<NodeId> {
  const seen = new Set<NodeId>([from]);
  for (const node of seen) for (const next of links.get(node) ?? []) seen.add(next);
  return seen;
}

/**
 * Where a later step needs the answer, a refusal is given up; else the call goes on without it. True when links were
 * changed.
 */
function settleRefusals(draft: Draft, giveUp: (from: NodeId) => NodeId, found: readonly Problem[]): boolean {
  let isChanged = false;
  const sent = draft.nodes().flatMap((node) => {
    const request = draft.dataOf(connect, node.id);
    return request ? usedInformation(request) : [];
  });
  const needed = new Set([
    ...sent,
    ...found.flatMap((problem) =>
      problem.code === 'information-not-collected' && problem.at.information ? [problem.at.information] : [],
    ),
  ]);
  for (const { id } of draft.nodes()) {
    const data = draft.dataOf(ask, id);
    if (!data) continue;
    const [given, refused] = ['got-it', 'would-not-say'].map((exit) => draft.edgeFrom(id, exit));
    // A file that says itself what happens after a refusal is left alone.
    if (!refused || refused.to !== given?.to) continue;
    const at = { node: id, exit: 'would-not-say' };
    const isNeeded = data.items.some((item) => needed.has(item.information as InformationId));
    if (isNeeded) draft.relink(id, 'would-not-say', giveUp(id));
    isChanged ||= isNeeded;
    draft.check(isNeeded ? 'gives-up' : 'goes-on', at, draft.pathOf(id));
  }
  return isChanged;
}
