/** Several fixes as one edit, in the order in which they were worked out. Knows no command: they are given. */
import { type Command, defineCommand } from './command.ts';

export interface AppliedFix {
  readonly command: Command<unknown>;
  readonly args: unknown;
}

export interface FixProblemsArgs {
  readonly fixes: readonly AppliedFix[];
}

export const fixProblems = defineCommand<FixProblemsArgs>({
  id: 'fix-problems',
  label: 'fix-problems',
  history: 'now',
  announced: true,
  enabled: (_, { fixes }) => fixes.length > 0,
  run(draft, { fixes }, context) {
    const { selection, kinds } = context;
    for (const { command, args } of fixes)
      if (command.enabled({ document: draft, selection, kinds }, args)) command.run(draft, args, context);
    return { label: { key: 'fix-problems', count: fixes.length } };
  },
});
