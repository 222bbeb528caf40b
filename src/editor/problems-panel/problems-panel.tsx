/** All problems by step; a press shows the step. */
import { CircleCheck, X } from 'lucide-react';
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
import { panelMessages } from './messages.ts';
import { ProblemItem } from './problem-item.tsx';

/** In the order in which the first problem of each step comes. Pure. */
export function byStep(problems: readonly Problem[]): Map<NodeId | undefined, Problem[]> {
  const groups = new Map<NodeId | undefined, Problem[]>();
  for (const problem of problems) {
    const group = groups.get(problem.at.node);
    if (group) group.push(problem);
    else groups.set(problem.at.node, [problem]);
  }
  return groups;
}

export function ProblemsPanel() {
  const { problems, panels } = useEditor();
  const t = useMessages(panelMessages);
  const found = useStore(problems.state);
  return (
    <section
      aria-label={t.title}
      className="animate-rise-in flex max-h-full min-h-0 w-full flex-col overflow-hidden rounded-panel border border-line bg-card shadow-overlay"
    >
      <header className="flex items-center py-2 pr-2 pl-4">
        <h2 className="flex-1 text-base font-semibold">{t.title}</h2>
        <IconButton
          label={t.close}
          icon={<X />}
          size="small"
          onPress={() => panels.setState({ problems: false })}
        />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        {found.length === 0 && (
          <div className="flex gap-2.5 px-2 pb-2 text-sm">
            <CircleCheck aria-hidden className="mt-px size-4 shrink-0 text-success" />
            <div>
              <p className="font-medium">{t.none}</p>
              <p className="mt-0.5 text-muted">{t.noneText}</p>
            </div>
          </div>
        )}
        {[...byStep(found)].map(([node, group]) => (
          <Group key={node ?? ''} node={node} problems={group} />
        ))}
      </div>
    </section>
  );
}

function Group({
  node,
  problems,
}: {
  readonly node: NodeId | undefined;
  readonly problems: readonly Problem[];
}) {
  const editor = useEditor();
  const t = useMessages(panelMessages);
  const names = useKindNames();
  const step = useDocumentState(({ document }) => (node === undefined ? undefined : document.nodes[node]));
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
          className="press-motion flex w-full cursor-pointer items-center gap-2.5 rounded-lg px-2 py-1.5 text-left text-sm font-medium hover:bg-hover"
        >
          <KindTile kind={step.kind} size="small" />
          <span className="truncate">{names.step(step)}</span>
        </button>
      ) : (
        <p className="px-2 py-1.5 text-sm font-medium">{t.whole}</p>
      )}
      <div className="flex flex-col gap-3 px-2 pt-1.5 pl-3">
        {problems.map((problem) => (
          <ProblemItem key={`${problem.code} ${JSON.stringify(problem.at)}`} problem={problem} />
        ))}
      </div>
    </div>
  );
}
