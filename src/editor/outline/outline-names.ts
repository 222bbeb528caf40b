/** What rows are called in the language of the screen. Knows no kind. */
import type { FlowNode } from '../../flow/document.ts';
import { ruleNames } from '../../flow-words/rules/messages.ts';
import type { LanguageState } from '../../i18n/language.ts';
import { wordsIn } from '../../i18n/messages.ts';
import { drawnKinds } from '../../kinds/drawn.ts';
import { kindNamesIn } from '../../kinds/kind-words.ts';
import { isJsonObject } from '../../lib/json.ts';
import { outlineMessages } from './messages.ts';
import type { OutlineNames } from './outline-rows.ts';

export function outlineNamesIn(state: LanguageState): OutlineNames {
  const names = kindNamesIn(state);
  const t = wordsIn(outlineMessages, state);
  const rules = wordsIn(ruleNames, state);
  return {
    step: (node) => aidWords(node) ?? names.step(node),
    exit: names.exit,
    group: (group) => t[group],
    rule: (rule) => rules[rule],
  };
}

/** What is only drawn is known by what is written on it. */
export function aidWords({ kind, data, title }: FlowNode): string | undefined {
  if (drawnKinds.get(kind)?.family !== 'aid' || title !== undefined || !isJsonObject(data)) return undefined;
  return [data.title, data.text].find(
    (text): text is string => typeof text === 'string' && text.trim() !== '',
  );
}
