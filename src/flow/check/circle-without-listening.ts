/** Steps that lead back to each other without ever waiting for somebody: the assistant would talk for ever. */
import { isListening } from '../kind.ts';
import type { DrawingCheck } from './drawing.ts';

export const circleWithoutListening: DrawingCheck = ({ components }) =>
  components
    .filter((steps) => steps.length > 1 || steps[0]!.next.includes(steps[0]!.index))
    .filter((steps) => !steps.some((step) => isListening(step.kind)))
    .map((steps) => ({
      code: 'circle-without-listening',
      severity: 'error',
      at: { node: steps.map((step) => step.id).sort()[0]! },
      params: { count: steps.length },
    }));
