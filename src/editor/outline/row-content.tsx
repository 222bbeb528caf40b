/** What is in a row of the outline: a step, a way out and where it leads, a group, or a rule. */
import { Infinity as AtAnyTime, CornerDownRight, Group } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { FlowNode, NodeId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { exitsOf, useKindNames } from '../../kinds/kind-words.ts';
import { viewOf } from '../../kinds/views.tsx';
import { TreeChevron, type TreeRowView } from '../../ui/tree.tsx';
import { KindTile, SeverityIcon } from '../canvas/card-frame.tsx';
import { useCardDocument, useDocumentState, useNode, useNodeProblems } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';
import { outlineMessages } from './messages.ts';
import { useNumber, useOutlineView } from './outline-context.ts';
import { aidWords } from './outline-names.ts';
import type { ExitRow, GroupRow, OutlineRow, RuleRow, StepRow } from './outline-rows.ts';
import { RenameField } from './rename-field.tsx';
import { RowMenu } from './row-menu.tsx';
import { nameOf, summaryOf, useExitWords } from './row-words.ts';

export const RowContent = memo(function RowContent({ row, ...view }: TreeRowView<OutlineRow>) {
  if (row.type === 'step') return <Step row={row} {...view} />;
  if (row.type === 'exit') return <Exit row={row} {...view} />;
  return row.type === 'rule' ? <Rule row={row} {...view} /> : <GroupHead row={row} {...view} />;
});

interface FrameProps extends Omit<TreeRowView<OutlineRow>, 'isExpanded'> {
  /** What screen readers hear in place of what is seen. */
  readonly name: string;
  readonly isSelected?: boolean;
  readonly children: ReactNode;
}

function Frame({ row, level, hasRows, name, isSelected = false, children }: FrameProps) {
  return (
    <div
      data-selected={isSelected || undefined}
      style={{ paddingLeft: 4 + (level - 1) * 20 }}
      className="press-motion mx-1.5 flex min-h-9 items-center gap-2 rounded-lg pr-1 group-data-focus-visible/row:outline-2 group-data-focus-visible/row:-outline-offset-2 group-data-focus-visible/row:outline-accent group-data-hovered/row:bg-hover data-selected:bg-accent-soft pointer-coarse:min-h-11"
    >
      {hasRows ? <TreeChevron /> : <span className="w-6 shrink-0 pointer-coarse:w-11" />}
      <span id={nameOf(row.id)} className="sr-only">
        {name}
      </span>
      {children}
      <RowMenu row={row} />
    </div>
  );
}

function Step({ row, ...view }: TreeRowView<OutlineRow> & { readonly row: StepRow }) {
  const t = useMessages(outlineMessages);
  const words = useMessages(editorMessages);
  const names = useKindNames();
  const node = useNode(row.node);
  const number = useNumber(row.node) ?? 0;
  const problems = useNodeProblems(row.node);
  const { asked } = useOutlineView();
  const isRenaming = useStore(asked, ({ renaming }) => renaming === row.node);
  const isSelected = useDocumentState(({ selection }) => selection.nodes.has(row.node));
  if (!node) return null;
  const [title, kind] = [aidWords(node) ?? names.step(node), names.kind(node.kind)];
  const name = title === kind ? t.stepAsKind(number, title) : t.step(number, title, kind);
  return (
    <Frame
      row={row}
      {...view}
      isSelected={isSelected}
      name={problems.length === 0 ? name : `${name}, ${words.problemCount(problems.length)}`}
    >
      <span aria-hidden className="w-5 shrink-0 text-right text-sm text-muted tabular-nums">
        {number}
      </span>
      <KindTile kind={node.kind} size="small" />
      {isRenaming ? (
        <RenameField node={node} number={number} />
      ) : (
        <span className="min-w-0 flex-1 py-1">
          <span aria-hidden className="block truncate text-base font-medium">
            {title}
          </span>
          <span id={summaryOf(row.id)} className="block truncate text-sm text-muted">
            <Summary node={node} />
          </span>
        </span>
      )}
      <ProblemMark node={row.node} />
    </Frame>
  );
}

/** The lines of the card in one line; aids have said everything by their title. */
function Summary({ node }: { readonly node: FlowNode }) {
  const document = useCardDocument();
  const names = useKindNames();
  const view = viewOf(node.kind);
  if (!view || view.Card) return names.kind(node.kind);
  return <view.Body data={node.data} document={document} />;
}

function ProblemMark({ node }: { readonly node: NodeId }) {
  const t = useMessages(editorMessages);
  const problems = useNodeProblems(node);
  const [gravest] = problems;
  if (!gravest) return null;
  return (
    <span
      aria-hidden
      title={t.problemCount(problems.length)}
      className="flex shrink-0 items-center gap-1 text-xs text-muted"
    >
      <SeverityIcon severity={gravest.severity} />
      {problems.length > 1 && <span className="tabular-nums">{problems.length}</span>}
    </span>
  );
}

function Exit({ row, ...view }: TreeRowView<OutlineRow> & { readonly row: ExitRow }) {
  const t = useMessages(outlineMessages);
  const node = useNode(row.node);
  const wordsOfExit = useExitWords();
  const goal = useGoal(row.to);
  const exit = node && exitsOf(node).find(({ id }) => id === row.exit);
  if (!node || !exit) return null;
  const words = wordsOfExit(node, exit);
  return (
    <Frame row={row} {...view} name={goal ? t.leads(words, goal.number, goal.title) : t.leadsNowhere(words)}>
      <CornerDownRight aria-hidden className="size-4 shrink-0 text-muted" />
      <span aria-hidden className="min-w-0 flex-1 py-1 text-sm" data-role={exit.role}>
        {words} <Arrow />{' '}
        {goal ? (
          <span className="font-medium">{t.numbered(goal.number, goal.title)}</span>
        ) : (
          <span className="text-muted italic">{t.nowhere}</span>
        )}
      </span>
    </Frame>
  );
}

function Arrow() {
  return <span className="text-muted">→</span>;
}

function useGoal(to: NodeId | undefined): { readonly number: number; readonly title: string } | undefined {
  const names = useKindNames();
  const node = useNode(to ?? ('' as NodeId));
  const number = useNumber(to);
  return node && number !== undefined ? { number, title: names.step(node) } : undefined;
}

function GroupHead({ row, ...view }: TreeRowView<OutlineRow> & { readonly row: GroupRow }) {
  const t = useMessages(outlineMessages);
  const names = useKindNames();
  const node = useNode(row.node ?? ('' as NodeId));
  const isSelected = useDocumentState(
    ({ selection }) => row.node !== undefined && selection.nodes.has(row.node),
  );
  const title = node ? (aidWords(node) ?? names.step(node)) : row.text;
  const Icon = row.group === 'anytime' ? AtAnyTime : Group;
  return (
    <Frame
      row={row}
      {...view}
      isSelected={isSelected}
      name={row.group === 'section' ? t.section(title) : title}
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" />
      <span aria-hidden className="min-w-0 flex-1 truncate py-1 text-sm font-semibold text-muted">
        {title}
      </span>
    </Frame>
  );
}

function Rule({ row, ...view }: TreeRowView<OutlineRow> & { readonly row: RuleRow }) {
  const t = useMessages(outlineMessages);
  const goal = useGoal(row.to);
  return (
    <Frame
      row={row}
      {...view}
      name={goal ? t.leads(row.text, goal.number, goal.title) : t.goesOnWhere(row.text)}
    >
      <span aria-hidden className="min-w-0 flex-1 py-1 text-sm">
        {row.text} <Arrow />{' '}
        {goal ? (
          <span className="font-medium">{t.numbered(goal.number, goal.title)}</span>
        ) : (
          <span className="text-muted">{t.goesOn}</span>
        )}
      </span>
    </Frame>
  );
}
