/** Check a rule: its icon and card. */
import { Scale } from 'lucide-react';
import type { ExitId, HoursId, InformationId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { type CardDocument, defineKindView } from '../kind-view.ts';
import type { DecideData } from './kind.ts';
import { messages } from './messages.ts';
import { answerOf, OTHERWISE, type Rule, wordOf } from './rule.ts';

type Words = (typeof messages)['en'];

function Body({ data, document }: { readonly data: DecideData; readonly document: CardDocument }) {
  const t = useMessages(messages);
  const [first, ...others] = data.cases;
  if (!first || first.rules.length === 0) return <span className="italic">{t.noRuleYet}</span>;
  const words = first.rules
    .map((rule) => ruleWords(rule, document, t))
    .join(first.match === 'all' ? t.and : t.or);
  return others.length === 0 ? words : `${first.name || t['exit.yes']}: ${words}…`;
}

function ruleWords(rule: Rule, document: CardDocument, t: Words): string {
  if (rule.type !== 'compare') return t[wordOf(rule)](document.hours[rule.hours as HoursId]?.name ?? '?');
  const { name = '?', type } = document.information[rule.information as InformationId] ?? {};
  const answer = answerOf(rule, type);
  if (answer) return `${name} ${t.answers[answer]}`;
  const value = rule.operator === 'given' ? '' : ` ${rule.value || '…'}`;
  return `${name} ${t.operators[rule.operator]}${value}`;
}

/** A single case without a name is a plain yes or no. */
function exitKey(data: DecideData, exit: ExitId): string | undefined {
  const [only, another] = data.cases;
  if (exit === OTHERWISE) return another || only?.name.trim() ? undefined : 'exit.no';
  const row = data.cases.find(({ id }) => id === exit);
  return row && row.name.trim() === '' ? (another ? 'exit.unnamed' : 'exit.yes') : undefined;
}

export const view = defineKindView<DecideData>({ icon: Scale, messages, Body, exitKey });
