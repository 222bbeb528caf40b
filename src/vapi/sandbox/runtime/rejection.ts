/** Vetoes of tool calls (`rejectionPlan`, vapi-facts §2.5). Pure but for the renderer. */
import type { ConversationMessage } from './conversation.ts';
import type { Render } from './liquid.ts';
import { type JsonRecord, recordOf, recordsOf, textOf } from './record.ts';

export interface VetoFacts {
  readonly variables: JsonRecord;
  readonly messages: readonly ConversationMessage[];
  readonly now: number;
}

/** Whether the call is refused: all conditions hold. No plan or an empty one refuses nothing. */
export function isRejected(plan: unknown, facts: VetoFacts, render: Render): boolean {
  const conditions = recordsOf(recordOf(plan).conditions);
  return conditions.length > 0 && conditions.every((condition) => holds(condition, facts, render));
}

function holds(condition: JsonRecord, facts: VetoFacts, render: Render): boolean {
  if (condition.type === 'group') {
    const inner = recordsOf(condition.conditions);
    return condition.operator === 'OR'
      ? inner.some((one) => holds(one, facts, render))
      : inner.every((one) => holds(one, facts, render));
  }
  if (condition.type === 'regex') return matches(condition, facts);
  if (condition.type !== 'liquid') return false;
  const messages = facts.messages.map(({ role, content }) => ({ role, content, message: content }));
  // Anything but exactly "true", white space included, is no veto.
  return render(textOf(condition.liquid), { ...facts.variables, messages, now: facts.now }) === 'true';
}

function matches(condition: JsonRecord, { messages }: VetoFacts): boolean {
  const target = recordOf(condition.target);
  const position = typeof target.position === 'number' ? target.position : -1;
  const offered = messages.filter(({ role }) =>
    target.role === undefined ? role !== 'tool' : role === target.role,
  );
  const text = offered.at(position)?.content ?? '';
  const insensitive = textOf(condition.regex).startsWith('(?i)');
  const source = textOf(condition.regex).replace(/^\(\?i\)/, '');
  try {
    return new RegExp(source, insensitive ? 'iu' : 'u').test(text) !== (condition.negate === true);
  } catch {
    return false;
  }
}
