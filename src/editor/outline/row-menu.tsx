/** Everything that can be done with a row, for fingers and for those who do not know the keys. */
import {
  CopyPlus,
  Ellipsis,
  Pencil,
  Play,
  Plus,
  SlidersHorizontal,
  Spline,
  Trash2,
  Unlink,
  Wrench,
} from 'lucide-react';
import { useMessages } from '../../i18n/use-messages.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuAction, type MenuGroup } from '../../ui/menu.tsx';
import { findCommand } from '../commands/registry.ts';
import { useDocumentState, useEditor, useNodeProblems } from '../editor-context.ts';
import { keyNames } from '../key-names.ts';
import { playMessages } from '../play-from-here/messages.ts';
import { canPlayFrom, playFrom } from '../play-from-here/play-from-here.ts';
import { useProblemWords } from '../problems-panel/problem-words.ts';
import { quickFix } from '../problems-panel/quick-fix.ts';
import { useFixWords } from '../problems-panel/use-fix.ts';
import { outlineMessages } from './messages.ts';
import type { OutlineRow, StepRow } from './outline-rows.ts';
import { useOutlineActions } from './use-outline-actions.ts';

export function RowMenu({ row }: { readonly row: OutlineRow }) {
  const t = useMessages(outlineMessages);
  const groups = useGroups(row);
  if (row.type === 'group' && row.node === undefined) return null;
  return (
    <Menu
      label={t.more(row.text)}
      trigger={
        <IconButton
          label={t.more(row.text)}
          icon={<Ellipsis />}
          size="small"
          className="opacity-0 group-data-focus-visible/row:opacity-100 group-data-hovered/row:opacity-100 data-focus-visible:opacity-100 data-pressed:opacity-100 pointer-coarse:opacity-100"
        />
      }
      groups={groups}
    />
  );
}

function useGroups(row: OutlineRow): MenuGroup[] {
  const { isReadOnly } = useEditor();
  const t = useMessages(outlineMessages);
  const play = usePlay(row);
  const act = useOutlineActions();
  const open = {
    id: 'open',
    label: row.type === 'rule' ? t.openRule : t.open,
    icon: <SlidersHorizontal />,
    keys: '↵',
    onAction: () => act.open(row, false),
  };
  const fixes = useFixes(row);
  if (isReadOnly) return row.type === 'exit' ? [] : [{ id: 'row', actions: [open, ...play] }];
  if (row.type !== 'step' && row.type !== 'exit') return [{ id: 'row', actions: [open] }];
  const leads: MenuAction[] = [
    {
      id: 'connect',
      label: t.connect,
      icon: <Spline />,
      keys: keyNames('c'),
      onAction: () => act.connect(row),
    },
    {
      id: 'add',
      label: row.type === 'exit' ? t.addHere : t.add,
      icon: <Plus />,
      keys: keyNames('a'),
      onAction: () => act.add(row),
    },
  ];
  if (row.type === 'exit') {
    const remove = {
      id: 'disconnect',
      label: t.disconnect,
      icon: <Unlink />,
      onAction: () => act.remove(row),
    };
    return [{ id: 'row', actions: row.to === undefined ? leads : [...leads, remove] }];
  }
  return [
    ...fixes,
    { id: 'row', actions: [open, ...play, ...(row.children.length > 0 ? leads : [])] },
    { id: 'step', actions: stepActions(row, act, t) },
  ];
}

function usePlay(row: OutlineRow): MenuAction[] {
  const editor = useEditor();
  const t = useMessages(playMessages);
  const isPlayed = useDocumentState(
    ({ document }) => row.type === 'step' && canPlayFrom(document, editor.store.kinds, row.node),
  );
  if (row.type !== 'step' || !isPlayed) return [];
  const { node } = row;
  return [{ id: 'play', label: t.playFromHere, icon: <Play />, onAction: () => playFrom(editor, node) }];
}

function stepActions(
  row: StepRow,
  act: ReturnType<typeof useOutlineActions>,
  t: typeof outlineMessages.en,
): MenuAction[] {
  return [
    { id: 'rename', label: t.rename, icon: <Pencil />, keys: 'F2', onAction: () => act.rename(row) },
    {
      id: 'duplicate',
      label: t.duplicate,
      icon: <CopyPlus />,
      keys: keyNames('mod+d'),
      onAction: () => act.duplicate(row),
    },
    { id: 'delete', label: t.remove, icon: <Trash2 />, isDanger: true, onAction: () => act.remove(row) },
  ];
}

/** What is wrong with the step, and what one press does about it. */
function useFixes(row: OutlineRow): MenuGroup[] {
  const { store } = useEditor();
  const say = useProblemWords();
  const words = useFixWords();
  const problems = useNodeProblems(row.type === 'step' ? row.node : ('' as StepRow['node']));
  const document = useDocumentState((state) => (problems.length === 0 ? null : state.document));
  if (!document) return [];
  return problems.flatMap((problem, index): MenuGroup[] => {
    const fix = quickFix(problem, document);
    const command = fix && findCommand(fix.command);
    if (!command) return [];
    const action = {
      id: `fix-${index}`,
      label: words(fix, document),
      icon: <Wrench />,
      onAction: () => store.run(command, fix.args),
    };
    return [{ id: `problem-${index}`, title: say(problem, document).what, actions: [action] }];
  });
}
