/** Where each figure comes from: a command, and the sizes of its long proof. One row a figure or a family of figures. */

export interface Part {
  readonly name: string;
  /** Of `node_modules/.bin`. */
  readonly program: string;
  readonly args: readonly string[];
  /** Environment of the long proof. */
  readonly full?: Readonly<Record<string, string>>;
  /** Arguments of the long proof, in place of the everyday ones. */
  readonly fullArgs?: readonly string[];
}

const tests = (project: 'node' | 'dom' | 'database', ...files: readonly string[]) => ({
  program: 'vitest',
  args: ['run', '--project', project, '--silent=false', ...files],
});
const script = (file: string, ...args: readonly string[]) => ({ program: 'tsx', args: [file, ...args] });

/** In the order of the product: drawing, compiling, sandbox, editor, publishing, calls, safety, load. */
export const PARTS: readonly Part[] = [
  { name: 'Engine', ...script('e2e/bench.ts') },
  {
    name: 'What is drawn is what answers',
    ...tests('node', 'src/kinds/agreement.test.ts', 'src/kinds/generated-agreement.test.ts'),
    full: { RUNS: '10000' },
  },
  {
    name: 'Mutations and vetoes',
    ...tests(
      'node',
      'src/kinds/mutations.test.ts',
      'src/kinds/agreement-mutations.test.ts',
      'src/kinds/vetoes.test.ts',
    ),
  },
  { name: 'Ways counted and enumerated', ...tests('node', 'src/flow/coverage.test.ts') },
  { name: 'Vapi as it is relied on', ...tests('node', 'src/vapi/conformance') },
  { name: 'Build', program: 'vite', args: ['build'] },
  { name: 'Bytes', ...script('e2e/bundle-budget.ts') },
  { name: 'Editor', ...script('e2e/editor-bench/run.ts') },
  {
    name: 'Undo and merging',
    ...tests(
      'node',
      'src/editor/commands/random-sequences.property.test.ts',
      'src/editor/store/merge-edits.test.ts',
    ),
    full: { RUNS: '10000' },
  },
  { name: 'Robustness', ...script('e2e/run.ts', 'robustness.e2e'), full: { SCHEDULES: '300', WORKERS: '2' } },
  { name: 'First words', ...script('e2e/first-words.ts') },
  { name: 'Rehearsal', ...script('e2e/rehearsal-bench.ts') },
  { name: 'Lighthouse', ...script('e2e/lighthouse.ts') },
  {
    name: 'Publishing killed everywhere',
    ...tests('node', 'src/publish/kill-table.test.ts', 'src/publish/schedules.test.ts'),
    full: { KILLS: 'all', RUNS: '10000' },
  },
  {
    name: 'What publishing asks of Vapi',
    ...tests('database', 'supabase/functions/api/publish-figures.db.test.ts'),
  },
  { name: 'Calls replayed', ...tests('node', 'src/kinds/replay.test.ts') },
  {
    name: 'Rows that nobody else sees',
    ...tests(
      'database',
      'supabase/tests/rls/matrix.test.ts',
      'supabase/tests/lints',
      'supabase/tests/plans.test.ts',
    ),
    full: { FULL_SIZE: '1' },
  },
  {
    name: 'Webhooks lost, doubled, shuffled and forged',
    ...tests('database', 'supabase/functions/vapi-webhook'),
    full: { CALLS: '1000', SIGNED: '1', ORDERS: '100', AT_A_TIME: '6000', MUTATIONS: '100000' },
  },
  {
    name: 'Addresses and numbers',
    ...tests(
      'node',
      'supabase/functions/_shared/outbound.test.ts',
      'supabase/functions/_shared/dialling.test.ts',
    ),
    full: { URLS: '100000' },
  },
  { name: 'A person found and erased', ...tests('database', 'supabase/functions/api/person.db.test.ts') },
  { name: 'List of calls', ...script('e2e/call-list-bench.ts') },
  {
    name: 'Load',
    ...script('e2e/load.ts', '--minutes', '1'),
    fullArgs: ['e2e/load.ts', '--minutes', '10'],
  },
];
