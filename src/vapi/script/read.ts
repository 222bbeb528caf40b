/**
 * Reads a step script back from a rendered prompt. Pure and total: any text gives a script or null, never an error.
 * Used by the sandbox's scripted model, which sees only what Vapi would see.
 */
import { readAnytime } from './anytime.ts';
import { match, PHRASES, type Phrases } from './phrases.ts';
import {
  ANY_RESULT,
  type Before,
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
    if (!current) return;
    const next = reader(current.lines);
    const before = readBefore(next, phrases);
    const instruction = readInstruction(next, phrases);
    const { number, title } = current;
    if (instruction) steps.push({ number, title, ...(before ? { before } : {}), instruction });
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

function readBefore(next: Reader, phrases: Phrases): Before | null {
  const keep = next.take(phrases.keep);
  const speak: string[] = [];
  for (let row = next.take(phrases.speak); row; row = next.take(phrases.speak)) speak.push(row.tool ?? '');
  if (!keep && speak.length === 0) return null;
  return { ...(keep ? { keep: { tool: keep.tool ?? '', uses: namesIn(keep.uses) } } : {}), speak };
}

function readInstruction(next: Reader, phrases: Phrases): Instruction<Target> | null {
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
  const among = next.take(phrases.transferAmong);
  if (among) return readTransferAmong(among.tool ?? '', next, phrases);
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
  const skipKnown = next.take(phrases.skipKnown) !== null;
  const retries = readRetries(next, phrases);
  const readBack = next.take(phrases.readBack) !== null;
  const to = readTarget(next.take(phrases.whenGiven)?.target, phrases);
  const refused = readTarget(next.take(phrases.whenRefused)?.target, phrases);
  if (!to || !refused) return null;
  const patience = { ...(retries === null ? {} : { retries }), ...(skipKnown ? { skipKnown } : {}) };
  return { do: 'ask', question, items, readBack, ...patience, to, refused };
}

function readRetries(next: Reader, phrases: Phrases): number | null {
  if (next.take(phrases.askOnce)) return 0;
  if (next.take(phrases.retryOnce)) return 1;
  const retries = next.take(phrases.retries);
  return retries && Number(retries.number);
}

function readTransferAmong(tool: string, next: Reader, phrases: Phrases): Instruction<Target> | null {
  const destinations: string[] = [];
  for (let row = next.take(phrases.transferTo); row; row = next.take(phrases.transferTo))
    destinations.push(row.destination ?? '');
  const [destination, ...instead] = destinations;
  return withTarget(next.take(phrases.ifNobody), phrases, (otherwise) => {
    if (destination === undefined) return { do: 'go', to: otherwise };
    return { do: 'transfer', tool, destination, ...(instead.length === 0 ? {} : { instead }), otherwise };
  });
}

function readChoose(question: string, next: Reader, phrases: Phrases): Instruction<Target> | null {
  const choices: Choice<Target>[] = [];
  for (let row = next.take(phrases.choice); row; row = next.take(phrases.choice)) {
    const to = readTarget(row.target, phrases);
    const examples = next.take(phrases.examples)?.examples;
    const counter = next.take(phrases.counterExamples)?.examples;
    if (to)
      choices.push({
        label: row.label ?? '',
        examples: examples ? splitList(examples) : [],
        ...(counter ? { counterExamples: splitList(counter) } : {}),
        to,
      });
  }
  const once = next.take(phrases.otherwise);
  const never = once ? null : next.take(phrases.otherwiseAtOnce);
  const rest = once ?? never ?? next.take(phrases.otherwiseAfter);
  const otherwise = readTarget(rest?.target, phrases);
  if (!otherwise) return null;
  const retries = never ? 0 : Number(rest?.number ?? 1);
  return { do: 'choose', question, choices, ...(retries === 1 ? {} : { retries }), otherwise };
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
  const lookUp = next.take(phrases.lookUp)?.tool;
  next.take(phrases.anythingElse);
  const to = readTarget(next.take(phrases.whenSatisfied)?.target, phrases);
  const unknown = readTarget(next.take(phrases.ifUnknown)?.target, phrases);
  if (!to || !unknown) return null;
  return { do: 'inform', question, facts, strict, ...(lookUp ? { lookUp } : {}), to, unknown };
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
  const keeps: { key: string; path: string }[] = [];
  for (let row = next.take(phrases.keeps); row; row = next.take(phrases.keeps))
    keeps.push({ key: row.key ?? '', path: row.path ?? '' });
  const failed = readTarget(next.take(phrases.ifFailed)?.target, phrases);
  return {
    do: 'compute',
    tool: head.tool ?? '',
    uses: namesIn(head.uses),
    outcomes,
    ...(keeps.length > 0 ? { keeps } : {}),
    ...(failed ? { failed } : {}),
  };
}

function namesIn(text = ''): string[] {
  return text.split(', ').filter((key) => key !== '');
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
