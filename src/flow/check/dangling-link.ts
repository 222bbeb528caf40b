/** A link from or to something that is not there. */
import type { DrawingCheck } from './drawing.ts';

export const danglingLink: DrawingCheck = ({ graph }) =>
  graph.unlinked.map((edge) => ({
    code: 'dangling-link',
    severity: 'warning',
    at: { edge },
    params: {},
    fix: { command: 'disconnect', args: { edge } },
  }));
