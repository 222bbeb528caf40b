/** `npm run bench`: figures of the engine, the sandbox and the webhooks, one `name: value` a line. The engine’s are ratios to `JSON.parse` of the same document, interleaved. */
import type { FlowDocument, NodeId } from '../src/flow/document.ts';
import { layout } from '../src/flow/layout/layout.ts';
import { cardShape } from '../src/kinds/card-size.ts';
import { checkFlow, compileFlow, readFlow } from '../src/kinds/registry.ts';
import { largeFlow } from '../src/kinds/testing/large-flow.ts';
import { templates } from '../src/templates/registry.ts';
import { measureIngestion } from './ingestion-bench.ts';
import { compareLayouts } from './layout-bench.ts';
import { measureSandbox } from './sandbox-bench.ts';

const ROUNDS = 31;

/** What a round needs before anything is measured: everything cold stays cold. */
interface Round {
  readonly stored: unknown;
  /** Read, and never checked before. */
  readonly fresh: FlowDocument;
  /** A document that has been checked, with one step edited since. */
  readonly edited: FlowDocument;
}

type Tasks = Readonly<Record<string, (round: Round) => unknown>>;

/** Median milliseconds of each task, all tasks measured in turn in every round. */
function measure(tasks: Tasks, prepare: (round: number) => Round): Record<string, number> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let count = 0; count < ROUNDS; count += 1) {
    const round = prepare(count);
    for (const [name, task] of Object.entries(tasks)) {
      const start = performance.now();
      task(round);
      times[name]!.push(performance.now() - start);
    }
  }
  const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

function figures(steps: number): Record<string, number> {
  const document: FlowDocument = largeFlow(steps);
  const json = JSON.stringify(document);
  const ids = Object.keys(document.nodes) as NodeId[];
  const prepare = (round: number): Round => {
    const id = ids[(round * 37) % ids.length]!;
    const node = { ...document.nodes[id]!, title: `Edited ${round}` };
    checkFlow(document);
    return {
      stored: JSON.parse(json),
      fresh: readFlow(JSON.parse(json)).document,
      edited: { ...document, nodes: { ...document.nodes, [id]: node } },
    };
  };
  return measure(
    {
      parse: () => JSON.parse(json),
      readAndCheck: () => checkFlow(readFlow(JSON.parse(json)).document),
      read: ({ stored }) => readFlow(stored),
      checkFirst: ({ fresh }) => checkFlow(fresh),
      checkEdited: ({ edited }) => checkFlow(edited),
      checkAgain: () => checkFlow(document),
      compile: () => compileFlow(document, { mode: 'publish' }),
      layout: () => layout(document, cardShape),
    },
    prepare,
  );
}

const print = (name: string, value: number, goal: string) =>
  console.log(`${name}: ${value.toFixed(2)} (goal ${goal})`);

const small = figures(500);
const large = figures(2000);
const per = (name: string) => large[name]! / large.parse!;
console.log(`steps: ${Object.keys(largeFlow(2000).nodes).length}`);
console.log(`parse-milliseconds: ${large.parse!.toFixed(2)}`);
print('read-and-check/parse', per('readAndCheck'), '<= 2, its own parse included');
console.log(`read-alone/parse: ${per('read').toFixed(2)}`);
print('check-of-a-document-just-read/parse', per('checkFirst'), '<= 0.3');
print('check-after-an-edit-of-one-step/parse', per('checkEdited'), '<= 0.3');
console.log(`check-of-the-same-document-again/parse: ${per('checkAgain').toFixed(2)}`);
print('check-compile-verify/parse', per('compile'), '<= 6');
print('layout/parse', per('layout'), '<= 5');
print('growth-500-to-2000-check', large.checkFirst! / small.checkFirst!, '<= 4.6');
print('growth-500-to-2000-compile', large.compile! / small.compile!, '<= 4.6');
const members = templates
  .map(
    (template) =>
      compileFlow(template.build('fr', { name: 'X' }), { mode: 'publish' }).manifest.members.length,
  )
  .sort((a, b) => a - b);
print('members-per-template-median', members[Math.floor(members.length / 2)]!, '<= 3');

/** Drawings by seed, beside ELK. */
const DRAWINGS = [
  [300, 1],
  [300, 2],
  [300, 3],
  [1000, 1],
] as const;

const sum = { own: 0, elk: 0 };
for (const [steps, seed] of DRAWINGS) {
  const { crossings, milliseconds } = await compareLayouts(steps, seed);
  sum.own += crossings.own;
  sum.elk += crossings.elk;
  console.log(
    `layout-${steps}-steps-seed-${seed}: crossings ${crossings.own} (elk ${crossings.elk}), milliseconds ${milliseconds.own.toFixed(0)} (elk ${milliseconds.elk.toFixed(0)})`,
  );
}
print('layout-crossings/elk', sum.own / sum.elk, '<= 1.05');

const sandbox = await measureSandbox();
console.log(
  `sandbox-requests-per-second: ${sandbox.requestsPerSecond.toFixed(0)} (bare echo ${sandbox.echoesPerSecond.toFixed(0)})`,
);
console.log(`sandbox-request/echo: ${sandbox.ratio.toFixed(2)}`);

const ingestion = await measureIngestion();
console.log(
  `webhook-events-per-second: ${ingestion.eventsPerSecond.toFixed(0)} (bare inserts ${ingestion.insertsPerSecond.toFixed(0)})`,
);
console.log(`webhook-median-milliseconds: ${ingestion.medianMilliseconds.toFixed(1)}`);
print('webhook-p99-milliseconds', ingestion.p99Milliseconds, '<= 1000');
console.log(`webhook-event/bare-inserts-of-its-rows: ${ingestion.ratio.toFixed(1)}`);
