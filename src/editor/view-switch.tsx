/** Canvas, outline, or both. */
import { Columns2, ListTree, Workflow } from 'lucide-react';
import { useMessages } from '../i18n/use-messages.ts';
import { SegmentedControl } from '../ui/segmented-control.tsx';
import { useEditor } from './editor-context.ts';
import { outlineMessages } from './outline/messages.ts';
import { possibleViews, showView, useIsNarrow, useShownView } from './views.ts';

const ICONS = { canvas: <Workflow />, both: <Columns2 />, outline: <ListTree /> };

export function ViewSwitch() {
  const editor = useEditor();
  const { views } = useMessages(outlineMessages);
  const isNarrow = useIsNarrow();
  return (
    <SegmentedControl
      label={views.label}
      value={useShownView()}
      onChange={(view) => showView(editor, view)}
      segments={possibleViews(isNarrow).map((id) => ({ id, label: views[id], icon: ICONS[id] }))}
    />
  );
}
