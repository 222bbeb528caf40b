/** React Flow's own words in the language of the screen, for screen readers. */
import type { AriaLabelConfig } from '@xyflow/react';
import { useMemo } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { editorMessages } from '../messages.ts';

export function useCanvasWords(): Partial<AriaLabelConfig> {
  const { canvas } = useMessages(editorMessages);
  return useMemo(
    () => ({
      'node.a11yDescription.default': canvas.stepHelp,
      'node.a11yDescription.keyboardDisabled': canvas.stepHelp,
      'node.a11yDescription.ariaLiveMessage': ({ direction, x, y }) =>
        canvas.moved(direction, Math.round(x), Math.round(y)),
      'edge.a11yDescription.default': canvas.linkHelp,
      'minimap.ariaLabel': canvas.map,
      'handle.ariaLabel': canvas.handle,
    }),
    [canvas],
  );
}
