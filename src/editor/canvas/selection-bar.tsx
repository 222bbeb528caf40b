/** What can be done with several selected steps at once, above the bar of the canvas. */
import { AlignLeft, Group, Trash2, Wand2, ZoomIn } from 'lucide-react';
import { useMessages } from '../../i18n/use-messages.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useActionName } from '../commands/action-name.ts';
import type { Alignment } from '../commands/align-steps.ts';
import { deleteSelection } from '../commands/delete-selection.ts';
import { makeSection } from '../commands/make-section.ts';
import { tidySelection } from '../commands/tidy-selection.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { keyNames } from '../key-names.ts';
import { editorMessages } from '../messages.ts';
import { tidySelected } from '../tidy/tidy-up.ts';
import { ARRANGEMENT_ICONS, arrange } from './arrangements.ts';
import { useArrangeGroups } from './use-arrange-groups.tsx';
import { fitSelection } from './viewport.ts';

/** Shown one after the other; the others are in the menu. */
const FIRST = ['left', 'centre', 'top'] as const satisfies readonly Alignment[];

export function SelectionBar() {
  const count = useDocumentState(({ selection }) => selection.nodes.size);
  return count < 2 ? null : <Tools count={count} />;
}

function Tools({ count }: { readonly count: number }) {
  const editor = useEditor();
  const { store, isReadOnly } = editor;
  const t = useMessages(editorMessages);
  const say = useActionName();
  const arrangements = useArrangeGroups();
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
          {FIRST.map((way) => {
            const Icon = ARRANGEMENT_ICONS[way];
            return (
              <IconButton
                key={way}
                label={t.several[way]}
                icon={<Icon />}
                onPress={() => arrange(editor, way)}
                className="max-sm:hidden"
              />
            );
          })}
          <Menu
            label={t.several.align}
            placement="top start"
            trigger={<IconButton label={t.several.align} icon={<AlignLeft />} />}
            groups={arrangements()}
          />
          <IconButton
            label={say({ key: tidySelection.label, count })}
            keys={keyNames('shift+t')}
            icon={<Wand2 />}
            onPress={() => void tidySelected(editor)}
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
