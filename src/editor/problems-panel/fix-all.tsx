/** Fixes everything that is safe to fix, after saying what that will change. */
import { WandSparkles } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { diffDocuments } from '../../flow/diff/diff-documents.ts';
import { changeSentences } from '../../flow-words/sentences.ts';
import { useLanguageState } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { wordsOf } from '../../kinds/whole-words.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { fixProblems } from '../commands/fix-problems.ts';
import { useEditor } from '../editor-context.ts';
import { panelMessages } from './messages.ts';
import { type FixPlan, isSafe, planFixes } from './safe-fixes.ts';

/** With a single one its own button is enough. */
const FEWEST = 2;

export function FixAll() {
  const { store, problems, isReadOnly } = useEditor();
  const t = useMessages(panelMessages);
  const found = useStore(problems.state);
  const [plan, setPlan] = useState<FixPlan | null>(null);
  const count = found.filter(isSafe).length;
  const close = () => setPlan(null);
  if (isReadOnly || (count < FEWEST && plan === null)) return null;
  return (
    <div className="mx-2 mb-2 flex items-center gap-3 rounded-lg bg-accent-soft px-3 py-2 text-sm">
      <span className="flex-1">{t.safe(count)}</span>
      <Button
        size="small"
        icon={<WandSparkles />}
        onPress={() => setPlan(planFixes(store.state.getState().document, store.kinds, problems.checkOther))}
      >
        {t.fixAll}
      </Button>
      {plan && (
        <Confirm
          isOpen
          title={t.fixAllTitle(plan.fixes.length)}
          confirmLabel={t.fixAllNow}
          onConfirm={() => {
            store.run(fixProblems, { fixes: plan.fixes });
            close();
          }}
          onClose={close}
        >
          <p>{t.fixAllText}</p>
          <Changes plan={plan} />
        </Confirm>
      )}
    </div>
  );
}

function Changes({ plan: { before, after } }: { readonly plan: FixPlan }) {
  const { store } = useEditor();
  const state = useLanguageState();
  const sentences = changeSentences(diffDocuments(before, after, store.kinds), {
    before,
    after,
    registry: store.kinds,
    ...state,
    wordsOf: (kind) => wordsOf(kind, state),
  });
  return (
    <ul className="mt-3 flex max-h-60 list-disc flex-col gap-1 overflow-y-auto pl-5 text-sm text-ink">
      {[...new Set(sentences)].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
