/** What can be done with several selected steps at once, above the bar of the canvas. */
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceAround,
  AlignLeft,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceAround,
  Group,
  Trash2,
  Wand2,
  ZoomIn,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuAction } from '../../ui/menu.tsx';
import { useActionName } from '../commands/action-name.ts';
import { type Alignment, alignSteps } from '../commands/align-steps.ts';
import { deleteSelection } from '../commands/delete-selection.ts';
import { distributeSteps } from '../commands/distribute-steps.ts';
import { makeSection } from '../commands/make-section.ts';
import { tidySelection } from '../commands/tidy-selection.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { keyNames } from '../key-names.ts';
import { editorMessages } from '../messages.ts';
import { fitSelection } from './viewport.ts';

/** Shown one after the other; the others are in the menu. */
const FIRST = ['left', 'centre', 'top'] as const satisfies readonly Alignment[];
const LATER = ['right', 'middle', 'bottom'] as const satisfies readonly Alignment[];
const ICONS: Readonly<Record<Alignment, ReactNode>> = {
  left: <AlignStartVertical />,
  centre: <AlignCenterVertical />,
  right: <AlignEndVertical />,
  top: <AlignStartHorizontal />,
  middle: <AlignCenterHorizontal />,
  bottom: <AlignEndHorizontal />,
};

export function SelectionBar() {
  const count = useDocumentState(({ selection }) => selection.nodes.size);
  return count < 2 ? null : <Tools count={count} />;
}

function Tools({ count }: { readonly count: number }) {
  const editor = useEditor();
  const { store, isReadOnly } = editor;
  const t = useMessages(editorMessages);
  const say = useActionName();
  const align = (to: Alignment): MenuAction => ({
    id: to,
    label: t.several[to],
    icon: ICONS[to],
    onAction: () => store.run(alignSteps, { to }),
  });
  const space = (along: 'x' | 'y'): MenuAction => ({
    id: along,
    label: along === 'x' ? t.several.across : t.several.down,
    icon: along === 'x' ? <AlignHorizontalSpaceAround /> : <AlignVerticalSpaceAround />,
    isDisabled: count < 3,
    onAction: () => store.run(distributeSteps, { along }),
  });
  return (
    <div
      role="toolbar"
      aria-label={t.several.label}
      className="animate-rise-in pointer-events-auto flex items-center gap-0.5 rounded-panel border border-line bg-card p-1 shadow-raised"
    >
      <span className="px-2 text-sm font-medium whitespace-nowrap tabular-nums" role="status">
        {t.several.count(count)}
      </span>
      {!isReadOnly && (
        <>
          {FIRST.map(align).map(({ id, label, icon, onAction }) => (
            <IconButton key={id} label={label} icon={icon} onPress={onAction} className="max-sm:hidden" />
          ))}
          <Menu
            label={t.several.align}
            placement="top start"
            trigger={<IconButton label={t.several.align} icon={<AlignLeft />} />}
            groups={[
              { id: 'align', actions: [...FIRST, ...LATER].map(align) },
              { id: 'space', actions: [space('x'), space('y')] },
            ]}
          />
          <IconButton
            label={say({ key: tidySelection.label, count })}
            keys={keyNames('shift+t')}
            icon={<Wand2 />}
            onPress={() => store.run(tidySelection, null)}
          />
          <IconButton
            label={say({ key: makeSection.label })}
            icon={<Group />}
            onPress={() => store.run(makeSection, null)}
          />
        </>
      )}
      <IconButton
        label={t.bar.fitSelection}
        keys={keyNames('z')}
        icon={<ZoomIn />}
        onPress={() => fitSelection(editor)}
      />
      {!isReadOnly && (
        <IconButton
          label={say({ key: deleteSelection.label, count })}
          icon={<Trash2 />}
          onPress={() => store.run(deleteSelection, null)}
        />
      )}
    </div>
  );
}
