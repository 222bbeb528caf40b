/**
 * The parts of the editor that its first picture does without. Each comes when it is wanted for the first time, else in idle time:
 * whoever draws one stands in a `PanelBoundary`, which waits and offers to try again. Knows when a part is wanted, not what is in it.
 */
import { useState } from 'react';
import { deviceStorage, firstStepsKey } from '../data/device-storage.ts';
import { formOf } from '../kinds/forms.tsx';
import { type LaterComponent, later, laterComponent } from '../ui/later.ts';
import { useDocumentState, useEditor, usePanel } from './editor-context.ts';
import type { OutlinePaneProps } from './outline/outline-pane.tsx';
import { onlyNode } from './store/selection.ts';

const StepForm = laterComponent(later(async () => (await import('./inspector/inspector.tsx')).Inspector));

/** Of the selected step, or the settings of the flow. */
export function LaterInspector() {
  const kind = useDocumentState(({ document, selection }) => {
    const id = onlyNode(selection);
    return id === undefined ? undefined : document.nodes[id]?.kind;
  });
  const isSettings = usePanel(({ settings }) => settings);
  if (kind === undefined && !isSettings) return null;
  // At the same time as what surrounds it.
  if (kind !== undefined) load(formOf(kind));
  return <StepForm />;
}

const Palette = laterComponent(later(async () => (await import('./palette/palette.tsx')).Palette));

export function LaterPalette() {
  const isOpen = usePanel(({ palette }) => palette !== null);
  return isOpen && <Palette />;
}

const SelectionTools = laterComponent(
  later(async () => (await import('./canvas/selection-bar.tsx')).SelectionBar),
);

export function LaterSelectionBar() {
  const isShown = useDocumentState(({ selection }) => selection.nodes.size > 1);
  return isShown && <SelectionTools />;
}

const CanvasMenu = laterComponent(later(async () => (await import('./canvas/canvas-menu.tsx')).CanvasMenu));

export function LaterCanvasMenu() {
  const isOpen = usePanel(({ menu }) => menu !== null);
  return isOpen && <CanvasMenu />;
}

export const LaterProblems = laterComponent(
  later(async () => (await import('./problems-panel/problems-panel.tsx')).ProblemsPanel),
);

const FirstSteps = laterComponent(
  later(async () => (await import('./first-steps/first-steps.tsx')).FirstSteps),
);

/** Only above a flow that was made on this device and is new to whoever made it. */
export function LaterFirstSteps() {
  const { flowId, isReadOnly } = useEditor();
  const [isNew] = useState(() => deviceStorage.getItem(firstStepsKey(flowId)) !== null);
  return isNew && !isReadOnly && <FirstSteps />;
}

const Tour = laterComponent(later(async () => (await import('./tour/tour.tsx')).Tour));

export function LaterTour() {
  const isOn = usePanel(({ tour }) => tour !== null);
  return isOn && <Tour />;
}

export const LaterRehearsal = laterComponent(
  later(async () => (await import('./rehearse-panel/rehearse-panel.tsx')).RehearsePanel),
);

export const LaterPublication = laterComponent(
  later(async () => (await import('./publish-panel/publish-panel.tsx')).PublishPanel),
);

export const LaterOutline: LaterComponent<OutlinePaneProps> = laterComponent(
  later(async () => (await import('./outline/outline-pane.tsx')).OutlinePane),
);

function load(part: Pick<LaterComponent<object>, 'load'> | undefined): void {
  void part?.load().catch(() => {}); // told where it is drawn
}
