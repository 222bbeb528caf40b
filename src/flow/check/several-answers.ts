/** More than one step answers the call; only the first would. */
import type { DrawingCheck } from './drawing.ts';

export const severalAnswers: DrawingCheck = ({ graph }) =>
  graph.entries.slice(1).map((node) => ({
    code: 'several-answers',
    severity: 'error',
    at: { node },
    params: { count: graph.entries.length },
    fix: { command: 'delete-steps', args: { nodes: [node] } },
  }));
