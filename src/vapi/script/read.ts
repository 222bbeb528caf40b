/**
 * Reads a step script back from a rendered prompt. Pure and total: any text gives a script or null, never an error.
 * Used by the sandbox's scripted model, which sees only what Vapi would see.
 */
import { readAnytime } from './anytime.ts';
import { match, PHRASES, type Phrases } from './phrases.ts';
import {
  ANY_RESULT,
  type Choice,
  type Fact,
  type Instruction,
  type Item,
  type Script,
  type ScriptLanguage,
  type ScriptStep,
  type Target,
  VALUE_TYPES,
} from './script.ts';

/** The step script of a prompt whose Liquid has been rendered; null when the prompt holds none (a foreign prompt). */
export function readScript(prompt: string): Script | null {
  const lines = prompt.split(/\r?\n/);
  for (const language of Object.keys(PHRASES) as ScriptLanguage[]) {
    const start = lines.indexOf(PHRASES[language].heading);
    const script = start < 0 ? null : readLines(lines.slice(start + 1), language);
    if (start >= 0) return script && withAnytime(script, lines);
  }
  return null;
}

function withAnytime(script: Script, lines: readonly string[]): Script {
  const phrases = PHRASES[script.language];
  const anytime = readAnytime(lines, script.language, (text) => readTarget(text, phrases));
  return anytime.length === 0 ? script : { ...script, anytime };
}

function readLines(lines: readonly string[], language: ScriptLanguage): Script | null {
  const phrases = PHRASES[language];
  const end = lines.findIndex((line) => line.startsWith('# '));
  const body = end < 0 ? lines : lines.slice(0, end);
  const steps: ScriptStep[] = [];
  const head: string[] = [];
  let current: { number: number; title: string; lines: string[] } | null = null;
  const close = () => {
    const instruction = current && readInstruction(current.lines, phrases);
    if (current && instruction) steps.push({ number: current.number, title: current.title, instruction });
  };
  for (const line of body) {
    const title = match(phrases.step, line);
    if (title) {
      close();
      current = { number: Number(title.number), title: title.title ?? '', lines: [] };
    } else if (current) current.lines.push(line);
    else head.push(line);
  }
  close();
  return readHead(head, steps, phrases, language);
}

function readHead(
  head: readonly string[],
  steps: readonly ScriptStep[],
  phrases: Phrases,
  language: ScriptLanguage,
): Script | null {
  let start: number | null = null;
  let opened = false;
  let progressTool: string | undefined;
  for (const line of head) {
    const begin = match(phrases.begin, line);
    const already = match(phrases.opened, line);
    if (begin) start = Number(begin.number);
    if (already) {
      start = Number(already.number);
      opened = true;
    }
    progressTool = match(phrases.progress, line)?.tool ?? progressTool;
  }
  if (start === null || steps.length === 0) return null;
  return { language, begin: { start, opened }, steps, ...(progressTool ? { progressTool } : {}) };
}

/** Reads one line after another; `take` consumes the next line only when it is of the wanted phrase. */
function reader(lines: readonly string[]) {
  const rest = lines.filter((line) => line.trim() !== '');
  let at = 0;
  return {
    take(phrase: string) {
      const values = at < rest.length ? match(phrase, rest[at]!) : null;
      if (values) at += 1;
      return values;
    },
    takeAny<Value>(read: (line: string) => Value | null): Value | null {
      const value = at < rest.length ? read(rest[at]!) : null;
      if (value !== null) at += 1;
      return value;
    },
  };
}

function readInstruction(lines: readonly string[], phrases: Phrases): Instruction<Target> | null {
  const next = reader(lines);
  const exact = next.take(phrases.sayExactly);
  const end = next.take(phrases.end);
  if (end) return { do: 'end', tool: end.tool ?? '', closing: exact?.text ?? '' };
  const spoken = exact ?? next.take(phrases.sayFreely);
  if (spoken) {
    const text = spoken.text ?? '';
    return withTarget(next.take(phrases.andThen), phrases, (to) => ({
      do: 'say',
      exact: exact !== null,
      text,
      to,
    }));
  }
  const go = next.take(phrases.go);
  if (go) return withTarget(go, phrases, (to) => ({ do: 'go', to }));
  const transfer = next.take(phrases.transfer);
  if (transfer)
    return withTarget(next.take(phrases.ifNobody), phrases, (otherwise) => ({
      do: 'transfer',
      tool: transfer.tool ?? '',
      destination: transfer.destination ?? '',
      otherwise,
    }));
  const compute = next.take(phrases.compute) ?? next.take(phrases.computeAlone);
  if (compute) return readCompute(compute, next, phrases);
  const question = next.take(phrases.askFor)?.question ?? '';
  if (next.take(phrases.items)) return readAsk(question, next, phrases);
  if (next.take(phrases.byAnswer)) return readChoose(question, next, phrases);
  if (next.take(phrases.onlyFacts)) return readInform(question, true, next, phrases);
  if (next.take(phrases.factsFirst)) return readInform(question, false, next, phrases);
  return null;
}

type Reader = ReturnType<typeof reader>;

function readAsk(question: string, next: Reader, phrases: Phrases): Instruction<Target> | null {
  const items: Item[] = [];
  for (
    let item = next.takeAny((line) => readItem(line, phrases));
    item;
    item = next.takeAny((line) => readItem(line, phrases))
  )
    items.push(item);
  const readBack = next.take(phrases.readBack) !== null;
  const to = readTarget(next.take(phrases.whenGiven)?.target, phrases);
  const refused = readTarget(next.take(phrases.whenRefused)?.target, phrases);
  return to && refused ? { do: 'ask', question, items, readBack, to, refused } : null;
}

function readChoose(question: string, next: Reader, phrases: Phrases): Instruction<Target> | null {
  const choices: Choice<Target>[] = [];
  for (let row = next.take(phrases.choice); row; row = next.take(phrases.choice)) {
    const to = readTarget(row.target, phrases);
    const examples = next.take(phrases.examples)?.examples;
    if (to) choices.push({ label: row.label ?? '', examples: examples ? splitList(examples) : [], to });
  }
  const otherwise = readTarget(next.take(phrases.otherwise)?.target, phrases);
  return otherwise ? { do: 'choose', question, choices, otherwise } : null;
}

function readInform(
  question: string,
  strict: boolean,
  next: Reader,
  phrases: Phrases,
): Instruction<Target> | null {
  const facts: Fact[] = [];
  for (let asked = next.take(phrases.factQuestion); asked; asked = next.take(phrases.factQuestion))
    facts.push({ question: asked.question ?? '', answer: next.take(phrases.factAnswer)?.answer ?? '' });
  next.take(phrases.anythingElse);
  const to = readTarget(next.take(phrases.whenSatisfied)?.target, phrases);
  const unknown = readTarget(next.take(phrases.ifUnknown)?.target, phrases);
  return to && unknown ? { do: 'inform', question, facts, strict, to, unknown } : null;
}

function readCompute(
  head: Readonly<Record<string, string>>,
  next: Reader,
  phrases: Phrases,
): Instruction<Target> {
  const outcomes: { outcome: string; to: Target; say?: string }[] = [];
  // The longest phrase first: a shorter one would take its words for a way out.
  const takeRow = () =>
    next.take(phrases.outcomeSaying) ?? next.take(phrases.outcome) ?? next.take(phrases.success);
  for (let row = takeRow(); row; row = takeRow()) {
    const to = readTarget(row.target, phrases);
    if (to) outcomes.push({ outcome: row.outcome ?? ANY_RESULT, to, ...(row.text ? { say: row.text } : {}) });
  }
  const failed = readTarget(next.take(phrases.ifFailed)?.target, phrases);
  const uses = (head.uses ?? '').split(', ').filter((key) => key !== '');
  return { do: 'compute', tool: head.tool ?? '', uses, outcomes, ...(failed ? { failed } : {}) };
}

function readItem(line: string, phrases: Phrases): Item | null {
  const optional = match(phrases.optionalItem, line);
  const found = optional ?? match(phrases.item, line);
  if (!found) return null;
  const type = readType(found.type ?? '', phrases);
  return type && { key: found.key ?? '', label: found.label ?? '', ...type, optional: optional !== null };
}

function readType(text: string, phrases: Phrases): Pick<Item, 'type' | 'choices'> | null {
  const choices = match(phrases.oneOf, text);
  if (choices) return { type: 'choice', choices: splitList(choices.choices ?? '') };
  const type = VALUE_TYPES.find((candidate) => candidate !== 'choice' && phrases.types[candidate] === text);
  return type ? { type, choices: [] } : null;
}

function readTarget(text: string | undefined, phrases: Phrases): Target | null {
  if (text === undefined) return null;
  const step = match(phrases.toStep, text);
  if (step) return { step: Number(step.number) };
  const tool = match(phrases.toTool, text);
  return tool ? { tool: tool.tool ?? '' } : null;
}

function withTarget(
  values: Readonly<Record<string, string>> | null,
  phrases: Phrases,
  build: (target: Target) => Instruction<Target>,
): Instruction<Target> | null {
  const target = readTarget(values?.target, phrases);
  return target && build(target);
}

function splitList(text: string): string[] {
  return text.split(' / ').filter((part) => part !== '');
}
