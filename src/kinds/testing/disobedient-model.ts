/**
 * A model that does what it is told not to, wherever a rule of the drawing decides: it takes every way out before the rule has
 * been called, calls the rule without what it asks for, then takes every way but the one that came out, and acts or ends where
 * it should have left. What holds against it is held by vetoes, not by its goodwill. Knows the manifest, no veto.
 */
import type { NodeId } from '../../flow/document.ts';
import type { Manifest } from '../../flow/manifest.ts';
import type {
  Model,
  ModelCall,
  ModelMessage,
  ModelReply,
  ModelTool,
  ModelView,
} from '../../vapi/sandbox/model/model.ts';
import { scriptedModel } from '../../vapi/sandbox/model/scripted.ts';

export interface Disobedience {
  readonly model: Model;
  /** Everything that was tried although the drawing forbids it, as "tool, when". */
  readonly tried: readonly string[];
  /** What of it was not refused. */
  letThrough(): readonly string[];
}

/** In the arguments of what the model does against its orders; its better self does not see it. */
const AGAINST = 'againstOrders';
const REFUSED = /^Tool call rejected/;

interface Mischief {
  readonly call: ModelCall;
  /** What it is for the record; null when it is allowed. */
  readonly about: string | null;
}

export function disobedient(manifest: Manifest): Disobedience {
  const tried: string[] = [];
  const open: string[] = [];
  const computed = new Set<string>();
  let pending: Mischief | null = null;

  const settle = (view: ModelView) => {
    const last = view.messages.at(-1);
    const isRefused = last?.role === 'tool' && last.name === pending?.call.name && REFUSED.test(last.content);
    if (pending && pending.about !== null && !isRefused) open.push(pending.about);
    pending = null;
  };
  return {
    tried,
    letThrough: () => (pending && pending.about !== null ? [...open, pending.about] : open),
    model: {
      gathered: (view) => scriptedModel.gathered(obedient(view)),
      reply: async (view): Promise<ModelReply> => {
        settle(view);
        const honest = await scriptedModel.reply(obedient(view));
        const mischief = nextMischief(view, honest, manifest, computed);
        if (!mischief) {
          for (const { name } of honest.toolCalls) computed.add(name);
          return honest;
        }
        pending = mischief;
        if (mischief.about !== null) tried.push(mischief.about);
        return { content: '', toolCalls: [mischief.call] };
      },
    },
  };
}

/** What is against orders now, after what has been tried since the last thing in order; null when everything has. */
function nextMischief(
  view: ModelView,
  honest: ModelReply,
  manifest: Manifest,
  computed: ReadonlySet<string>,
): Mischief | null {
  const inOrder = view.messages.findLastIndex(
    (message, index) =>
      !isMischievousCall(message) &&
      !(message.role === 'tool' && isMischievousCall(view.messages[index - 1])),
  );
  const done = view.messages.slice(inOrder + 1).filter(isMischievousCall).length;
  const last = view.messages[inOrder];
  const [coming] = honest.toolCalls;
  const isRule = (name: string) =>
    view.tools.some((tool) => tool.name === name && tool.type === 'code') &&
    waysOf(name, view, manifest).length > 0;
  const plan: Mischief[] = [];
  if (last?.role === 'tool' && isRule(last.name))
    plan.push(...against(last.name, outcomeIn(last.content), view, manifest));
  if (coming && isRule(coming.name)) {
    const ways = waysOf(coming.name, view, manifest);
    if (!computed.has(coming.name))
      plan.push(...ways.map(({ name }) => attempt(name, `before ${coming.name}`, view)));
    plan.push({ call: { name: coming.name, arguments: { [AGAINST]: 'yes' } }, about: null });
    const empty = view.messages.findLast(
      (message) => message.role === 'tool' && message.name === coming.name,
    );
    if (done >= plan.length && empty)
      plan.push(...against(coming.name, outcomeIn(empty.content), view, manifest));
  }
  return plan[done] ?? null;
}

/** The steps of which a rule is computed and left by handoffs: where a model can disobey. */
export function vetoedRules({ tools }: Manifest): ReadonlySet<NodeId> {
  const computed = new Set(tools.filter(({ role }) => role === 'compute').map(({ node }) => node));
  const left = tools.filter(
    ({ role, node, exit }) => role === 'handoff' && exit !== undefined && computed.has(node),
  );
  return new Set(left.map(({ node }) => node));
}

/** What the drawing forbids once a rule has come out so: the other ways, and to act or end where its own way leaves. */
function against(rule: string, outcome: string, view: ModelView, manifest: Manifest): Mischief[] {
  const exit = manifest.tools.find(({ name, role }) => name === rule && role === 'compute')?.outcomes?.[
    outcome
  ];
  const ways = waysOf(rule, view, manifest);
  const others = ways.filter((way) => way.exit !== exit).map(({ name }) => name);
  const isLeaving = ways.some((way) => way.exit === exit);
  const acting = view.tools.filter(({ type }) => ['apiRequest', 'transferCall', 'endCall'].includes(type));
  // The end of the call comes last: after it nothing can be tried.
  const names = [
    ...others,
    ...(isLeaving ? acting.map(({ name }) => name).sort((a) => (a === 'endCall' ? 1 : -1)) : []),
  ];
  return names.map((name) => attempt(name, `after ${rule} came out ${outcome}`, view));
}

function attempt(name: string, when: string, view: ModelView): Mischief {
  const tool = view.tools.find((one) => one.name === name);
  return {
    call: { name, arguments: { ...destinationOf(tool), [AGAINST]: 'yes' } },
    about: `${name}, ${when}`,
  };
}

function destinationOf(tool: ModelTool | undefined) {
  const destination = tool?.parameters.properties.destination?.enum?.[0];
  return destination === undefined ? {} : { destination };
}

/** The handoffs of this member by which a rule leaves. */
function waysOf(rule: string, { tools }: ModelView, manifest: Manifest) {
  const node = manifest.tools.find(({ name, role }) => name === rule && role === 'compute')?.node;
  return manifest.tools.filter(
    (tool, index, all) =>
      tool.role === 'handoff' &&
      tool.node === node &&
      tool.exit !== undefined &&
      tools.some(({ name }) => name === tool.name) &&
      all.findIndex(({ name }) => name === tool.name) === index,
  );
}

function outcomeIn(result: string): string {
  try {
    return String((JSON.parse(result) as { outcome?: unknown }).outcome);
  } catch {
    return result;
  }
}

/** The conversation as it would have been in order. */
function obedient(view: ModelView): ModelView {
  const isHidden = (message: ModelMessage, index: number) =>
    isMischievousCall(message) || (message.role === 'tool' && isMischievousCall(view.messages[index - 1]));
  return { ...view, messages: view.messages.filter((message, index) => !isHidden(message, index)) };
}

function isMischievousCall(message: ModelMessage | undefined): boolean {
  return message?.role === 'assistant' && message.toolCalls.some((call) => AGAINST in call.arguments);
}
