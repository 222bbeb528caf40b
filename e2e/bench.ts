/** `npm run bench`: the engine's figures, one `name: value` a line. Ratios to `JSON.parse` of the same document, interleaved. */
import type { FlowDocument } from '../src/flow/document.ts';
import { layout } from '../src/flow/layout/layout.ts';
import { cardShape } from '../src/kinds/card-size.ts';
import { checkFlow, compileFlow, readFlow } from '../src/kinds/registry.ts';
import { largeFlow } from '../src/kinds/testing/large-flow.ts';
import { templates } from '../src/templates/registry.ts';

const ROUNDS = 15;

/** Median milliseconds of each task, all tasks measured in turn in every round. */
function measure(tasks: Readonly<Record<string, () => unknown>>): Record<string, number> {
  const times: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, task] of Object.entries(tasks)) {
      const start = performance.now();
      task();
      times[name] = [...(times[name] ?? []), performance.now() - start];
    }
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => [
      name,
      all.sort((a, b) => a - b)[Math.floor(all.length / 2)]!,
    ]),
  );
}

function figures(steps: number): Record<string, number> {
  const document: FlowDocument = largeFlow(steps);
  const json = JSON.stringify(document);
  return measure({
    parse: () => JSON.parse(json),
    readAndCheck: () => checkFlow(readFlow(JSON.parse(json)).document),
    check: () => checkFlow(document),
    compile: () => compileFlow(document, { mode: 'publish' }),
    layout: () => layout(document, cardShape),
  });
}

const print = (name: string, value: number, goal: string) =>
  console.log(`${name}: ${value.toFixed(2)} (goal ${goal})`);

const small = figures(500);
const large = figures(2000);
const per = (name: string) => large[name]! / large.parse!;
console.log(`steps: ${Object.keys(largeFlow(2000).nodes).length}`);
console.log(`parse-milliseconds: ${large.parse!.toFixed(2)}`);
print('read-and-check/parse', per('readAndCheck'), '<= 2');
print('check/parse', per('check'), '<= 0.3');
print('check-compile-verify/parse', per('compile'), '<= 6');
print('layout/parse', per('layout'), '<= 5');
print('growth-500-to-2000-check', large.check! / small.check!, '<= 4.6');
print('growth-500-to-2000-compile', large.compile! / small.compile!, '<= 4.6');
const members = templates
  .map(
    (template) =>
      compileFlow(template.build('fr', { name: 'X' }), { mode: 'publish' }).manifest.members.length,
  )
  .sort((a, b) => a - b);
print('members-per-template-median', members[Math.floor(members.length / 2)]!, '<= 3');
