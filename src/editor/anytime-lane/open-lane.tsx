/** The rules that hold in every step, unfolded into their forms. */
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { ANYTIME_RULES } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useEditor, usePanel } from '../editor-context.ts';
import { laneMessages } from './messages.ts';
import { RuleForm } from './rule-form.tsx';

export function OpenLane() {
  const { panels } = useEditor();
  const t = useMessages(laneMessages);
  const wanted = usePanel(({ laneRule }) => laneRule);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (wanted) list.current?.querySelector<HTMLElement>(`[data-rule="${wanted}"] input`)?.focus();
  }, [wanted]);
  return (
    <section
      aria-label={t.title}
      className="animate-rise-in flex max-h-full min-h-0 w-full max-w-110 flex-col overflow-hidden rounded-panel border border-line bg-card shadow-overlay"
    >
      <header className="flex items-start border-b border-line py-2.5 pr-2 pl-4">
        <div className="flex-1">
          <h2 className="text-base font-semibold">{t.title}</h2>
          <p className="text-sm text-muted">{t.intro}</p>
        </div>
        <IconButton
          label={t.close}
          icon={<X />}
          size="small"
          autoFocus
          onPress={() => panels.setState({ lane: false, laneRule: null })}
        />
      </header>
      <ul ref={list} className="min-h-0 flex-1 overflow-y-auto px-4 pb-3">
        {ANYTIME_RULES.map((rule) => (
          <li key={rule} data-rule={rule} className="border-t border-line py-3 first:border-t-0">
            <RuleForm rule={rule} />
          </li>
        ))}
      </ul>
    </section>
  );
}
