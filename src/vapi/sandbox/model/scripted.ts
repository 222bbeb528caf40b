/**
 * The scripted model: plays an assistant from its prompt, tools and messages alone, always the same way. A prompt
 * with a step script is followed step by step; any other gets the modest fallback.
 */
import { readScript } from '../../script/read.ts';
import {
  ANY_RESULT,
  type Choice,
  type Instruction,
  type Script,
  type ScriptStep,
  type Target,
} from '../../script/script.ts';
import { argumentsFor } from './arguments.ts';
import { askItems } from './ask.ts';
import { chooseAmong, type Wish } from './choose.ts';
import { playForeign } from './foreign.ts';
import { inform } from './inform.ts';
import { LINES } from './lines.ts';
import type { Model, ModelTool, ModelView } from './model.ts';
import { because, call, listen, type Play, perform, say, sayAgain } from './play.ts';
import { type Hearing, recogniseVolunteered } from './recognise.ts';
import { todayIn } from './today.ts';
import { type Surroundings, whenever } from './whenever.ts';

export const scriptedModel: Model = {
  reply: (view) => {
    const reading = readingOf(view.prompt);
    const play = reading ? remembered(memoryFor(reading, view), view) : playForeign(view);
    return perform(play, view.messages);
  },
  gathered: (view) => {
    const reading = readingOf(view.prompt);
    if (!reading) {
      const values = {};
      perform(playForeign(view, values), view.messages);
      return values;
    }
    const memory = memoryFor(reading, view);
    perform(remembered(memory, view), view.messages);
    return memory.values;
  },
};

/** What a prompt says, as read once. */
interface Reading {
  readonly script: Script;
  readonly stated: Readonly<Record<string, string>>;
  readonly now: number | null;
  readonly keys: ReadonlySet<string>;
}

/** The last prompts: one is asked about at every reply. */
const readings = new Map<string, Reading | null>();
const MOST_READINGS = 50;

function readingOf(prompt: string): Reading | null {
  const known = readings.get(prompt);
  if (known !== undefined) return known;
  if (readings.size >= MOST_READINGS) readings.clear();
  const script = readScript(prompt);
  const reading = script && {
    script,
    stated: statedIn(prompt),
    now: todayIn(prompt),
    keys: keysOf(script),
  };
  readings.set(prompt, reading);
  return reading;
}

/** What one conversation with one assistant remembers. */
interface Memory {
  readonly script: Script;
  readonly keys: ReadonlySet<string>;
  readonly tools: ReadonlyMap<string, ModelTool>;
  readonly now: number;
  /** Values obtained so far, by key. */
  readonly values: Record<string, string>;
  /** Values in the results of tools, by their name there. What the caller said goes before. */
  readonly found: Record<string, string>;
  /** Values that the prompt states or the caller gave, by what a person calls them. */
  readonly stated: Record<string, string>;
  /**
   * What the caller said before the model first spoke: the answer to the first message's question (`asked`), or
   * perhaps already the wish.
   */
  heard: { readonly text: string; readonly asked: boolean } | null;
  /** Everything that the caller has said so far. */
  readonly spoken: string[];
}

/** Where a step leads, and where else it could lead should that way be refused. */
interface Way {
  readonly to: Target;
  readonly instead: readonly Target[];
}

function memoryFor({ script, keys, stated, now }: Reading, view: ModelView): Memory {
  return {
    script,
    keys,
    tools: new Map(view.tools.map((tool) => [tool.name, tool])),
    now: now ?? view.now,
    values: {},
    found: {},
    stated: { ...stated },
    heard: null,
    spoken: [],
  };
}

/** Plays the script and keeps what the caller says. */
function* remembered(memory: Memory, view: ModelView): Play {
  const play = playScript(memory, view);
  let act = play.next('');
  while (!act.done) {
    const input = yield act.value;
    if (act.value.type === 'listen') memory.spoken.push(input);
    act = play.next(input);
  }
}

function* playScript(memory: Memory, view: ModelView): Play {
  const { begin } = memory.script;
  const waited = view.greeted || view.messages[0]?.role === 'user';
  // A model is first asked when the caller has answered the first message.
  let way: Way | null = { to: { step: begin.start }, instead: [] };
  if (waited) {
    const step = memory.script.steps.find((one) => one.number === begin.start);
    const first = yield* whenever(listen(), surroundings(memory, step, begin.opened));
    if ('done' in first) memory.heard = { text: first.done, asked: begin.opened };
    else way = wayTo(first.goTo, begin.start);
  }
  while (way) way = yield* follow(way, memory);
  while (true) yield* listen();
}

function* follow(way: Way, memory: Memory): Play<Way | null> {
  if ('tool' in way.to) return yield* leaveBy(way, way.to.tool, memory);
  const number = way.to.step;
  const step = memory.script.steps.find((one) => one.number === number);
  if (!step) {
    yield* say(LINES[memory.script.language].lost);
    return null;
  }
  yield* report(step, memory);
  const played = yield* whenever(enter(step, memory), surroundings(memory, step, false));
  return 'done' in played ? played.done : wayTo(played.goTo, number);
}

/** What holds at any time around a step; `opened`: its question has been put already. */
function surroundings(memory: Memory, step: ScriptStep | undefined, opened: boolean): Surroundings {
  const instruction = step?.instruction;
  const rules = memory.script.anytime ?? [];
  return {
    // What a step obtains is known when it is left: until then these say the same.
    rules: rules.map((line) => (line.say.includes('[') ? { ...line, say: filled(line.say, memory) } : line)),
    wishes: instruction ? ownWords(instruction) : [],
    question: opened && instruction && 'question' in instruction ? instruction.question : '',
  };
}

/** What the step itself waits for. */
function ownWords(instruction: Instruction<Target>): readonly Wish[] {
  if (instruction.do === 'choose') return instruction.choices;
  if (instruction.do !== 'inform') return [];
  return instruction.facts.map(({ question }) => ({ label: question, examples: [] }));
}

/** Where a rule leads; should that be refused, the step begins again. */
function wayTo(goTo: Target | 'here', step: number): Way {
  return goTo === 'here' ? { to: { step }, instead: [] } : { to: goTo, instead: [{ step }] };
}

/** Preview builds: tells the progress tool which step begins and what is known. */
function* report(step: ScriptStep, memory: Memory): Play {
  const name = memory.script.progressTool;
  const tool = name === undefined ? undefined : memory.tools.get(name);
  if (tool) yield* call(tool.name, argumentsNow(tool, memory, { step: String(step.number) }));
}

/** A handoff does not come back. When it is vetoed the next way out of the same step is tried. */
function* leaveBy(way: Way, name: string, memory: Memory): Play<Way | null> {
  const tool = memory.tools.get(name);
  if (tool) yield* call(name, argumentsNow(tool, memory));
  const [next, ...rest] = way.instead;
  if (next) return { to: next, instead: rest };
  yield* say(LINES[memory.script.language].lost);
  return null;
}

/** What can be put into arguments and sentences, by key. */
function knownIn({ found, values }: Memory): Readonly<Record<string, string>> {
  return { ...found, ...values };
}

function argumentsNow(tool: ModelTool, memory: Memory, more: Readonly<Record<string, string>> = {}) {
  return argumentsFor(tool, { stated: memory.stated, values: { ...knownIn(memory), ...more } });
}

/** `[key]` in what is spoken is a value obtained in this very conversation; unknown ones are said to be so. */
function filled<Value>(value: Value, memory: Memory): Value {
  if (typeof value === 'string') {
    if (!value.includes('[')) return value;
    const known = knownIn(memory);
    const put = (mark: string, key: string) =>
      known[key] ?? (memory.keys.has(key) ? LINES[memory.script.language].notGiven : mark);
    return value.replaceAll(/\[(\w+)\]/g, put) as Value;
  }
  if (Array.isArray(value)) return value.map((part) => filled(part, memory)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, filled(part, memory)]),
  ) as Value;
}

/** Information that the steps obtain: from callers, or from what tools answer. */
function keysOf({ steps }: Script): Set<string> {
  const keyed = steps.flatMap(({ instruction }): readonly { readonly key: string }[] => {
    if (instruction.do === 'ask') return instruction.items;
    return instruction.do === 'compute' ? (instruction.keeps ?? []) : [];
  });
  return new Set(keyed.map(({ key }) => key));
}

/** First the tools that keep values and speak fixed words, then the instruction. */
function* enter({ before, instruction }: ScriptStep, memory: Memory): Play<Way | null> {
  const keep = before?.keep && memory.tools.get(before.keep.tool);
  if (keep) yield* call(keep.name, argumentsNow(keep, memory));
  for (const tool of before?.speak ?? []) yield* call(tool, {});
  return yield* carryOut(instruction, memory);
}

function* carryOut(written: Instruction<Target>, memory: Memory): Play<Way | null> {
  // A tool's own result fills what is said of it.
  const instruction = written.do === 'compute' ? written : filled(written, memory);
  switch (instruction.do) {
    case 'say':
      yield* say(instruction.text);
      return { to: instruction.to, instead: [] };
    case 'go':
      return { to: instruction.to, instead: [] };
    case 'ask':
      return yield* ask(instruction, memory);
    case 'choose':
      return yield* choose(instruction, memory);
    case 'inform': {
      const { heard } = memory;
      memory.heard = null;
      const satisfied = yield* inform(instruction, memory.script.language, heard, memory.tools);
      yield* because(satisfied ? 'no-more-questions' : 'question-unanswered');
      return { to: satisfied ? instruction.to : instruction.unknown, instead: [] };
    }
    case 'compute':
      return yield* compute(instruction, memory);
    case 'transfer':
      return yield* transfer(instruction, memory);
    case 'end':
      yield* say(instruction.closing);
      yield* call(instruction.tool, {});
      return null;
    case 'when':
      // Liquid has decided before the prompt was seen; a rule that is still here was not rendered.
      return { to: instruction.otherwise, instead: [] };
  }
}

type Of<Do extends Instruction<Target>['do']> = Extract<Instruction<Target>, { do: Do }>;

function* ask(instruction: Of<'ask'>, memory: Memory): Play<Way> {
  const answer = memory.heard?.asked ? memory.heard.text : null;
  memory.heard = null;
  const hearing = { language: memory.script.language, now: memory.now };
  const known = instruction.skipKnown ? knownOf(instruction, memory, hearing) : {};
  const values = yield* askItems(instruction, hearing, answer, known);
  yield* because(values === null ? 'caller-refused' : 'caller-gave');
  if (values === null) return { to: instruction.refused, instead: [] };
  Object.assign(memory.values, values);
  for (const { key, label } of instruction.items)
    if (values[key] !== undefined) memory.stated[label] = values[key];
  return { to: instruction.to, instead: [] };
}

/** What the items need not be asked for: obtained or stated before, or said in passing and not to be mistaken. */
function knownOf({ items }: Of<'ask'>, memory: Memory, hearing: Hearing): Record<string, string> {
  const known: Record<string, string> = {};
  for (const item of items) {
    const before = memory.values[item.key] ?? memory.stated[item.label];
    const passing = memory.spoken.map((text) => recogniseVolunteered(item, text, hearing));
    const value = before ?? passing.findLast((one) => one !== null && !Object.values(known).includes(one));
    if (value != null) known[item.key] = value;
  }
  return known;
}

function* choose(instruction: Of<'choose'>, memory: Memory): Play<Way> {
  const lines = LINES[memory.script.language];
  const question = instruction.question || lines.open;
  const heard = memory.heard;
  memory.heard = null;
  const already = heard === null ? null : chooseAmong(heard.text, instruction.choices);
  if (already !== null) return yield* chosen(instruction.choices[already]!);
  const retries = instruction.retries ?? 1;
  for (let asked = heard?.asked ? 1 : 0; asked <= retries; asked += 1) {
    yield* asked === 0 ? say(question) : sayAgain(lines.sorry, question);
    const index = chooseAmong(yield* listen(), instruction.choices);
    if (index !== null) return yield* chosen(instruction.choices[index]!);
  }
  yield* because('nothing-fitted');
  return { to: instruction.otherwise, instead: [] };
}

function* chosen(choice: Choice<Target>): Play<Way> {
  yield* because('caller-chose', { choice: choice.label });
  return { to: choice.to, instead: [] };
}

function* compute(instruction: Of<'compute'>, memory: Memory): Play<Way | null> {
  const tool = memory.tools.get(instruction.tool);
  const failed = instruction.failed ?? instruction.outcomes.at(-1)?.to;
  if (!failed) return null;
  const result = tool ? yield* call(tool.name, argumentsNow(tool, memory)) : NO_RESULT;
  Object.assign(memory.found, valuesIn(result));
  Object.assign(memory.values, keptIn(result, instruction.keeps ?? []));
  const row = instruction.outcomes.find(({ outcome }) => names(result, outcome));
  if (!row) yield* because('tool-failed');
  else if (row.outcome === ANY_RESULT) yield* because('tool-worked');
  else yield* because('rule-held', { case: row.outcome });
  if (row?.say) yield* say(withValues(row.say, result));
  const to = row?.to ?? failed;
  const others = [...instruction.outcomes.map((row) => row.to), failed];
  return { to, instead: others.filter((other, index) => other !== to && others.indexOf(other) === index) };
}

const NO_RESULT = 'No result returned.';
/** How the results of calls that failed begin. */
const FAILURE = /^(No result returned|Request failed|Tool call rejected|Tool not found|Error\b)/;

/** Whether a tool's result is the outcome: as plain text, as JSON text, or as a value of a JSON object. */
function names(result: string, outcome: string): boolean {
  if (outcome === ANY_RESULT) return !FAILURE.test(result);
  if (result.trim() === outcome) return true;
  try {
    const value: unknown = JSON.parse(result);
    if (typeof value !== 'object' || value === null) return String(value) === outcome;
    return Object.values(value).some((one) => String(one) === outcome);
  } catch {
    return false;
  }
}

/** The information that a JSON result tells, by its key; nothing where the path is not there. */
function keptIn(result: string, keeps: NonNullable<Of<'compute'>['keeps']>): Record<string, string> {
  const data = resultOf(result);
  return Object.fromEntries(
    keeps.flatMap(({ key, path }) => {
      const value = path
        .split(/[.[\]]+/)
        .filter((name) => name !== '')
        .reduce<unknown>((inner, name) => (inner as Readonly<Record<string, unknown>> | null)?.[name], data);
      return typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [];
    }),
  );
}

function resultOf(result: string): unknown {
  try {
    return JSON.parse(result);
  } catch {
    return null;
  }
}

/** The texts and numbers of a JSON result, by the innermost name. */
function valuesIn(result: string): Record<string, string> {
  const found: Record<string, string> = {};
  const look = (value: unknown, name: string): void => {
    if (typeof value === 'string' || typeof value === 'number') found[name] = String(value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value)) look(part, key);
  };
  try {
    look(JSON.parse(result), '');
  } catch {
    // plain text names no values
  }
  return found;
}

/** The sentence with the values of a JSON result in place of `[key]`. */
function withValues(sentence: string, result: string): string {
  return sentence.replaceAll(/\[(\w+)\]/g, (_, key: string) => {
    try {
      const value: unknown = (JSON.parse(result) as Readonly<Record<string, unknown>>)[key];
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    } catch {
      return '';
    }
  });
}

/** A transfer that works ends the conversation; after a failure the next person is tried, then the other way taken. */
function* transfer(instruction: Of<'transfer'>, memory: Memory): Play<Way | null> {
  const { tool, destination, instead = [] } = instruction;
  if (memory.tools.has(tool))
    for (const person of [destination, ...instead]) {
      const result = yield* call(tool, { destination: person });
      // What is vetoed is vetoed for everybody.
      if (/^Tool call rejected/.test(result)) break;
    }
  yield* because('nobody-answered');
  return { to: instruction.otherwise, instead: [] };
}

/** Values that the prompt states as known, one `- name : value` a line below the words for it. */
function statedIn(prompt: string): Record<string, string> {
  const stated: Record<string, string> = {};
  let inside = false;
  for (const line of prompt.split('\n')) {
    const row = /^- (.+?)\s?: (.+)$/.exec(line);
    if (/^(Already known|Déjà connu)\s?:\s*$/.test(line)) inside = true;
    else if (!row) inside = false;
    else if (inside && !/^(not known yet|pas encore connu)$/.test(row[2]!)) stated[row[1]!] = row[2]!;
  }
  return stated;
}
