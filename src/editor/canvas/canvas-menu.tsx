/** The menu of a step, a link or the canvas: everything that also has a key, for mice and fingers. */
import { useMessages } from '../../i18n/use-messages.ts';
import { ContextMenu } from '../../ui/context-menu.tsx';
import type { MenuGroup } from '../../ui/menu.tsx';
import { useEditor, usePanel } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';
import type { MenuRequest } from '../store/panels.ts';
import { useCanvasGroups, useLinkGroups } from './place-menu.tsx';
import { useStepGroups } from './step-menu.tsx';

export function CanvasMenu() {
  const { panels } = useEditor();
  const request = usePanel(({ menu }) => menu);
  const t = useMessages(editorMessages);
  const groupsFor = useMenuGroups();
  if (!request) return null;
  return (
    <ContextMenu
      label={t.menu.label}
      at={request.at}
      groups={groupsFor(request).filter(({ actions }) => actions.length > 0)}
      onClose={() => panels.setState({ menu: null })}
    />
  );
}

function useMenuGroups(): (request: MenuRequest) => MenuGroup[] {
  const groupsOfStep = useStepGroups();
  const groupsOfLink = useLinkGroups();
  const groupsOfCanvas = useCanvasGroups();
  return ({ on, at }) => {
    if (on.type === 'step') return groupsOfStep(on);
    return on.type === 'link' ? groupsOfLink(on) : groupsOfCanvas(at);
  };
}
