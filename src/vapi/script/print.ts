/** Writes a step script as prompt text. Pure; `readScript` of the rendered text gives the script back. */

import { foldSpaces } from '../../lib/spaces.ts';
import { printAnytime } from './anytime.ts';
import { fill, PHRASES, type Phrases } from './phrases.ts';
import {
  ANY_RESULT,
  type Before,
  type Begin,
  type BeginByRule,
  type Instruction,
  type Item,
  type PrintableScript,
  type ScriptStep,
  type Target,
} from './script.ts';

const LIST_SEPARATOR = ' / ';

/** The "at any time" and "steps" parts of a prompt. Texts are put on one line each; Liquid in them is kept as it is. */
export function printScript(script: PrintableScript): string {
  const phrases = PHRASES[script.language];
  const pen = { oneLine, list, target: (to: Target) => target(to, phrases) };
  const lines = [
    ...printAnytime(script.anytime ?? [], script.language, pen),
    phrases.heading,
    phrases.rule,
    printBegin(script.begin, phrases),
  ];
  if (script.progressTool) lines.push(fill(phrases.progress, { tool: script.progressTool }));
  for (const step of script.steps) {
    lines.push('', fill(phrases.step, { number: step.number, title: oneLine(step.title) }));
    lines.push(...printStep(step, phrases));
  }
  return lines.join('\n');
}

function printBegin(begin: Begin | BeginByRule, phrases: Phrases): string {
  if ('start' in begin) return fill(begin.opened ? phrases.opened : phrases.begin, { number: begin.start });
  return printRule(
    begin.prepare,
    begin.cases,
    begin.otherwise,
    (row) => printBegin(row, phrases),
    (row) => row.begin,
  );
}

/** Text as it may stand in a script line: white space folded, the arrow that separates targets replaced. Pure. */
export function oneLine(text: string): string {
  return foldSpaces(text).replaceAll('→', '-');
}

function target(to: Target, phrases: Phrases): string {
  return 'step' in to ? fill(phrases.toStep, { number: to.step }) : fill(phrases.toTool, { tool: to.tool });
}

function printBefore(before: Before | undefined, phrases: Phrases): string[] {
  if (!before) return [];
  const { keep, speak } = before;
  return [
    ...(keep ? [fill(phrases.keep, { tool: keep.tool, uses: keep.uses.join(', ') })] : []),
    ...speak.map((tool) => fill(phrases.speak, { tool })),
  ];
}

/** Where hours decide whether anybody is called, nothing is announced when nobody is. */
function printStep({ before, instruction }: ScriptStep, phrases: Phrases): string[] {
  const first = printBefore(before, phrases);
  return instruction.do === 'transfer'
    ? printTransfer(instruction, phrases, first)
    : [...first, ...printInstruction(instruction, phrases)];
}

function printInstruction(instruction: Instruction<Target>, phrases: Phrases): string[] {
  const way = (goal: Target) => target(goal, phrases);
  switch (instruction.do) {
    case 'say':
      return [
        fill(instruction.exact ? phrases.sayExactly : phrases.sayFreely, { text: oneLine(instruction.text) }),
        fill(phrases.andThen, { target: way(instruction.to) }),
      ];
    case 'ask':
      return [
        ...question(instruction.question, phrases),
        phrases.items,
        ...instruction.items.map((item) => printItem(item, phrases)),
        ...(instruction.skipKnown ? [phrases.skipKnown] : []),
        ...(instruction.retries === undefined ? [] : [printRetries(instruction.retries, phrases)]),
        ...(instruction.readBack ? [phrases.readBack] : []),
        fill(phrases.whenGiven, { target: way(instruction.to) }),
        fill(phrases.whenRefused, { target: way(instruction.refused) }),
      ];
    case 'choose':
      return [
        ...question(instruction.question, phrases),
        phrases.byAnswer,
        ...instruction.choices.flatMap(({ label, examples, counterExamples = [], to }) => [
          fill(phrases.choice, { label: oneLine(label), target: way(to) }),
          ...(examples.length > 0 ? [fill(phrases.examples, { examples: list(examples) })] : []),
          ...(counterExamples.length > 0
            ? [fill(phrases.counterExamples, { examples: list(counterExamples) })]
            : []),
        ]),
        printOtherwise(instruction.retries ?? 1, way(instruction.otherwise), phrases),
      ];
    case 'inform':
      return printInform(instruction, phrases);
    case 'compute':
      return printCompute(instruction, phrases);
    case 'when':
      return [printWhen(instruction, phrases)];
    case 'transfer':
      return printTransfer(instruction, phrases, []);
    case 'end':
      return [
        ...(instruction.closing === ''
          ? []
          : [fill(phrases.sayExactly, { text: oneLine(instruction.closing) })]),
        fill(phrases.end, { tool: instruction.tool }),
      ];
    case 'go':
      return [fill(phrases.go, { target: way(instruction.to) })];
  }
}

type Of<Do extends Instruction<Target>['do']> = Extract<Instruction<Target>, { do: Do }>;

function printInform(instruction: Of<'inform'>, phrases: Phrases): string[] {
  return [
    ...question(instruction.question, phrases),
    instruction.strict ? phrases.onlyFacts : phrases.factsFirst,
    ...instruction.facts.flatMap((fact) => [
      fill(phrases.factQuestion, { question: oneLine(fact.question) }),
      fill(phrases.factAnswer, { answer: oneLine(fact.answer) }),
    ]),
    ...(instruction.lookUp === undefined ? [] : [fill(phrases.lookUp, { tool: instruction.lookUp })]),
    phrases.anythingElse,
    fill(phrases.whenSatisfied, { target: target(instruction.to, phrases) }),
    fill(phrases.ifUnknown, { target: target(instruction.unknown, phrases) }),
  ];
}

function printCompute(instruction: Of<'compute'>, phrases: Phrases): string[] {
  const { tool, uses, outcomes, keeps = [], failed } = instruction;
  return [
    fill(uses.length === 0 ? phrases.computeAlone : phrases.compute, { tool, uses: uses.join(', ') }),
    ...outcomes.map(({ outcome, to, say = '' }) => {
      const values = { outcome, target: target(to, phrases), text: oneLine(say) };
      if (outcome === ANY_RESULT) return fill(phrases.success, values);
      return fill(say === '' ? phrases.outcome : phrases.outcomeSaying, values);
    }),
    ...keeps.map(({ key, path }) => fill(phrases.keeps, { key, path: oneLine(path) })),
    ...(failed === undefined ? [] : [fill(phrases.ifFailed, { target: target(failed, phrases) })]),
  ];
}

/** Several people, or people with hours: Liquid leaves those who may be called, or a plain `go` when there are none. */
function printTransfer(instruction: Of<'transfer'>, phrases: Phrases, first: readonly string[]): string[] {
  const { tool, destination, instead = [], onDuty } = instruction;
  const otherwise = { target: target(instruction.otherwise, phrases) };
  const ifNobody = fill(phrases.ifNobody, otherwise);
  if (instead.length === 0 && !onDuty)
    return [...first, fill(phrases.transfer, { tool, destination }), ifNobody];
  const rows = [destination, ...instead].map((one, index) => {
    const row = fill(phrases.transferTo, { destination: one });
    const test = onDuty?.tests[index] ?? null;
    return test === null ? row : `{% if ${test} %}${row}{% endif %}`;
  });
  const head = onDuty?.prepare ?? '';
  const among = [...first, fill(phrases.transferAmong, { tool })].join('\n');
  const tests = onDuty?.tests ?? [];
  if (tests.length < rows.length || tests.includes(null)) return [`${head}${among}`, ...rows, ifNobody];
  const nobody = fill(phrases.go, otherwise);
  return [
    `${head}{% if ${tests.join(' or ')} %}${among}`,
    ...rows,
    `${ifNobody}{% else %}${nobody}{% endif %}`,
  ];
}

function printRetries(retries: number, phrases: Phrases): string {
  if (retries <= 1) return retries === 1 ? phrases.retryOnce : phrases.askOnce;
  return fill(phrases.retries, { number: retries });
}

function printOtherwise(retries: number, way: string, phrases: Phrases): string {
  if (retries <= 0) return fill(phrases.otherwiseAtOnce, { target: way });
  return fill(retries === 1 ? phrases.otherwise : phrases.otherwiseAfter, { target: way, number: retries });
}

/** One line of Liquid: whatever branch is rendered, a plain `go` line is left for the model. */
function printWhen(instruction: Of<'when'>, phrases: Phrases): string {
  const go = (to: Target) => fill(phrases.go, { target: target(to, phrases) });
  return printRule(instruction.prepare, instruction.cases, instruction.otherwise, go, (row) => row.to);
}

function printRule<Row extends { readonly liquid: string }, Value>(
  prepare: string,
  cases: readonly Row[],
  otherwise: Value,
  print: (value: Value) => string,
  resultOf: (row: Row) => Value,
): string {
  if (cases.length === 0) return print(otherwise);
  const branches = cases.map(
    (row, index) => `{% ${index === 0 ? 'if' : 'elsif'} ${row.liquid} %}${print(resultOf(row))}`,
  );
  return `${prepare}${branches.join('')}{% else %}${print(otherwise)}{% endif %}`;
}

function printItem(item: Item, phrases: Phrases): string {
  const type =
    item.type === 'choice' ? fill(phrases.oneOf, { choices: list(item.choices) }) : phrases.types[item.type];
  return fill(item.optional ? phrases.optionalItem : phrases.item, {
    key: item.key,
    label: oneLine(item.label),
    type,
  });
}

function question(text: string, phrases: Phrases): string[] {
  return text.trim() === '' ? [] : [fill(phrases.askFor, { question: oneLine(text) })];
}

function list(texts: readonly string[]): string {
  return texts.map((text) => oneLine(text).replaceAll(LIST_SEPARATOR, ' ')).join(LIST_SEPARATOR);
}
