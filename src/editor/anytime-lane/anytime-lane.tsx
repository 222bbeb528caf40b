/** The rules that hold in every step: a thin strip above the canvas that unfolds into their forms. */
import { Infinity as AtAnyTime, ChevronDown } from 'lucide-react';
import { enabledRules } from '../../flow/anytime/anytime.ts';
import { ruleNames } from '../../flow-words/rules/messages.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { later, laterComponent } from '../../ui/later.ts';
import { useDocumentState, useEditor, usePanel } from '../editor-context.ts';
import { laneMessages } from './messages.ts';

const OpenLane = laterComponent(later(async () => (await import('./open-lane.tsx')).OpenLane));

export function AnytimeLane() {
  const isOpen = usePanel(({ lane }) => lane);
  return isOpen ? <OpenLane /> : <Strip />;
}

function Strip() {
  const { panels } = useEditor();
  const t = useMessages(laneMessages);
  const names = useMessages(ruleNames);
  const anytime = useDocumentState(({ document }) => document.anytime);
  const rules = enabledRules({ anytime });
  return (
    <button
      type="button"
      aria-expanded={false}
      onClick={() => panels.setState({ lane: true })}
      className="press-motion flex min-h-8 max-w-full cursor-pointer items-center gap-2 rounded-panel border border-line bg-card px-3 py-1 text-sm shadow-card hover:bg-hover pointer-coarse:min-h-11"
    >
      <AtAnyTime aria-hidden className="size-4 shrink-0 text-muted" />
      <span className="shrink-0 font-medium">{t.title}</span>
      <span className="truncate text-muted max-md:hidden">
        {rules.length === 0 ? t.count(0) : rules.map(({ rule }) => names[rule]).join(' · ')}
      </span>
      <span className="shrink-0 text-muted md:hidden">{t.count(rules.length)}</span>
      <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
    </button>
  );
}
