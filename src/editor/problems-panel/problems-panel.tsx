/** All problems: what blocks a call first, by step; a press leads to the field that is meant. Arrow keys go from one to the next. */
import { CircleCheck, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import type { NodeId } from '../../flow/document.ts';
import type { Problem } from '../../flow/problem.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { KindTile } from '../canvas/card-frame.tsx';
import { centreOn } from '../canvas/viewport.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { selectNodes } from '../store/selection.ts';
import { FixAll } from './fix-all.tsx';
import { goToProblem } from './go-to-problem.ts';
import { panelMessages } from './messages.ts';
import { groupsOf, type ProblemGroup } from './problem-groups.ts';
import { ProblemItem } from './problem-item.tsx';
import { problemKey } from './problem-key.ts';
import { problemPlace } from './problem-place.ts';

export function ProblemsPanel() {
  const { problems, panels } = useEditor();
  const t = useMessages(panelMessages);
  const found = useStore(problems.state);
  const close = () => panels.setState({ problems: false });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') close();
    else if (!goAlong(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section
      aria-label={t.title}
      onKeyDown={onKeyDown}
      className="animate-rise-in flex max-h-full min-h-0 w-full flex-col overflow-hidden rounded-panel border border-line bg-card shadow-overlay"
    >
      <header className="flex items-center py-2 pr-2 pl-4">
        <h2 className="flex-1 text-base font-semibold">{t.title}</h2>
        <IconButton label={t.close} icon={<X />} size="small" onPress={close} />
      </header>
      <FixAll />
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        {found.length === 0 && <Nothing />}
        {groupsOf(found).map((group) => (
          <Group key={group.id} group={group} />
        ))}
      </div>
    </section>
  );
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Moves the focus among the rows; false for other keys. */
function goAlong({ key, currentTarget, target }: KeyboardEvent<HTMLElement>): boolean {
  const step = STEPS[key];
  if (!step) return false;
  const rows = [...currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  rows[step(rows.indexOf(target as HTMLElement), rows.length)]?.focus();
  return true;
}

function Nothing() {
  const t = useMessages(panelMessages);
  return (
    <div className="flex gap-2.5 px-2 pb-2 text-sm">
      <CircleCheck aria-hidden className="mt-px size-4 shrink-0 text-success" />
      <div>
        <p className="font-medium">{t.none}</p>
        <p className="mt-0.5 text-muted">{t.noneText}</p>
      </div>
    </div>
  );
}

function Group({ group: { id, count, steps } }: { readonly group: ProblemGroup }) {
  const t = useMessages(panelMessages);
  return (
    <section aria-label={t.groups[id]}>
      <h3 className="flex items-baseline gap-2 px-2 pt-1 pb-1.5 text-xs font-medium text-muted">
        {t.groups[id]} <span className="tabular-nums">{count}</span>
      </h3>
      {[...steps].map(([node, problems]) => (
        <StepGroup key={node ?? ''} node={node} problems={problems} />
      ))}
    </section>
  );
}

interface StepGroupProps {
  readonly node: NodeId | undefined;
  readonly problems: readonly Problem[];
}

function StepGroup({ node, problems }: StepGroupProps) {
  const editor = useEditor();
  const t = useMessages(panelMessages);
  const names = useKindNames();
  const document = useDocumentState((state) => state.document);
  const step = node === undefined ? undefined : document.nodes[node];
  const show = () => {
    if (!step) return;
    editor.store.select(selectNodes(step.id));
    void centreOn(editor, step.id);
  };
  return (
    <div className="mb-1 rounded-lg pb-2">
      {step ? (
        <button
          type="button"
          onClick={show}
          className="press-motion flex w-full cursor-pointer items-center gap-2.5 rounded-lg px-2 py-1.5 text-left text-sm font-medium hover:bg-hover pointer-coarse:min-h-11"
        >
          <KindTile kind={step.kind} size="small" />
          <span className="truncate">{names.step(step)}</span>
        </button>
      ) : (
        <p className="px-2 py-1.5 text-sm font-medium">{t.whole}</p>
      )}
      <div className="flex flex-col gap-3 px-2 pt-1.5 pl-3">
        {problems.map((problem) => (
          <ProblemItem
            key={problemKey(problem)}
            problem={problem}
            {...(problemPlace(problem, document) ? { onShow: () => goToProblem(editor, problem) } : {})}
          />
        ))}
      </div>
    </div>
  );
}
