/** Puts copied steps into the drawing, with their links and with what they speak of; undone in one step. */

import { ClipboardPaste } from 'lucide-react';
import type { FlowEdge, FlowNode, Information, OpeningHours, Point } from '../../flow/document.ts';
import type { SharedHours } from '../../flow/shared-hours.ts';
import type { Clip } from '../clipboard/clip.ts';
import { placeClip } from '../clipboard/place-clip.ts';
import { settleClip, welcomeSteps } from '../clipboard/settle-clip.ts';
import { castDraft, original } from '../store/draft.ts';
import { selectNodes } from '../store/selection.ts';
import { defineCommand } from './command.ts';

export interface PasteStepsArgs {
  readonly clip: Clip;
  /** Id of the flow that is open. */
  readonly flow: string;
  /** The middle of the pasted steps; null leaves them where they were copied. */
  readonly around: Point | null;
  /** The opening hours of the workspace. */
  readonly sharedHours: readonly SharedHours[];
}

export const pasteSteps = defineCommand<PasteStepsArgs>({
  id: 'paste',
  label: 'paste',
  keys: ['mod+v'],
  icon: ClipboardPaste,
  history: 'now',
  announced: true,
  enabled: ({ document, kinds }, { clip }) => welcomeSteps(clip, document, kinds).length > 0,
  run(draft, { clip, flow, around, sharedHours }, context) {
    const document = original(draft) ?? draft;
    const settled = settleClip(clip, { ...context, document, flow, sharedHours });
    const nodes = placeClip(document, settled.nodes, around);
    for (const node of nodes) draft.nodes[node.id] = castDraft<FlowNode>(node);
    for (const edge of settled.edges) draft.edges[edge.id] = castDraft<FlowEdge>(edge);
    for (const one of settled.information) draft.information[one.id] = castDraft<Information>(one);
    for (const one of settled.hours) draft.hours[one.id] = castDraft<OpeningHours>(one);
    if (settled.consent !== null) draft.settings.consent = settled.consent;
    return {
      select: selectNodes(...nodes.map(({ id }) => id)),
      label: { key: 'paste', count: nodes.length },
    };
  },
});
