/**
 * Draws the ways that lead on: rules first, then what the caller says, then the way without a condition.
 * Knows no file format.
 */
import type { NodeId } from '../flow/document.ts';
import { type DecideData, decide } from '../kinds/decide/kind.ts';
import { type Operator as DecideOperator, OTHERWISE } from '../kinds/decide/rule.ts';
import { SOMETHING_ELSE, understand } from '../kinds/understand/kind.ts';
import { labelOf, quotedIn } from './condition.ts';
import { choiceId } from './draft.ts';
import type { Canvas, Chain, Loose } from './draw.ts';
import { keepInstructions, type Question } from './draw-talk.ts';
import { firstText } from './foreign.ts';
import type { Guess } from './problems.ts';
import type { LogicRules, Wanted, Way } from './station.ts';
import { plainWanted } from './wanted.ts';
import { rulesInWords } from './worded-rules.ts';
import { clip } from './words.ts';

/** Most rows that one step may have. */
const ROWS = 6;

export interface WaysContext {
  /** How the caller is asked to choose. */
  readonly question?: Question;
  /** The step that has just asked for `wanted`: where an answer that no rule foresees leads back to. */
  readonly askAgain?: NodeId;
  readonly wanted?: readonly Wanted[];
  /** They lead on from something that was done for the caller. */
  readonly isBehind?: boolean;
}

interface Case {
  readonly way: Way;
  readonly rules: LogicRules;
  /** Its information was asked for just before. */
  readonly isFromWords: boolean;
}

interface Spoken {
  readonly way: Way;
  /** The condition in words; '' when there is only the name of where it leads. */
  readonly text: string;
  readonly guess: Guess;
}

/** Links the loose exits of the chain to wherever its ways lead, through steps that choose between them. */
export function drawWays(canvas: Canvas, chain: Chain, ways: readonly Way[], context: WaysContext): void {
  const free = ways.filter((way) => way.condition.type === 'none');
  const onward = free.length === 1 ? free[0]! : null;
  const known: Case[] = [];
  const asked: Spoken[] = [];
  for (const way of ways) {
    const { condition } = way;
    if (condition.type === 'none') {
      if (!onward) asked.push({ way, text: '', guess: 'choice-from-title' });
    } else if (condition.type === 'logic' && condition.cases.length > 0)
      known.push(...condition.cases.map((rules) => ({ way, rules, isFromWords: false })));
    else {
      const guess = condition.type === 'logic' ? 'rule-as-choice' : 'choice-from-condition';
      asked.push({ way, text: condition.text, guess });
    }
  }
  const worded = rulesInWords(
    asked.map(({ text }) => text),
    context.wanted ?? [],
  );
  const cases = [
    ...known,
    ...(worded?.cases ?? []).flatMap((rules, index): Case[] =>
      rules ? [{ way: asked[index]!.way, rules, isFromWords: true }] : [],
    ),
  ];
  const rest = worded ? asked.filter((_, index) => worded.cases[index] === null) : asked;
  if (cases.length > 0) drawCases(canvas, chain, cases);
  if (rest.length > 1 || (rest.length === 1 && onward)) {
    drawChoices(canvas, chain, rest, onward, context);
    return;
  }
  const next = rest[0]?.way ?? onward;
  if (rest[0]) {
    const severity = cases.length > 0 ? 'warning' : 'hint';
    canvas.draft.check('condition-dropped', placeOf(chain.loose), rest[0].way.path, rest[0].text, severity);
  }
  if (next) canvas.lead(chain.loose, next.to);
  else if (worded?.complete && context.askAgain) {
    for (const loose of chain.loose) canvas.draft.link(loose.node, loose.exit, context.askAgain);
    canvas.draft.check('asks-again', placeOf(chain.loose), chain.station.path);
  } else canvas.lead(chain.loose, null);
}

function placeOf(loose: readonly Loose[]) {
  const first = loose[0];
  return first ? { node: first.node, exit: first.exit } : {};
}

/** One decision for up to six rules, more behind it; what none holds of stays loose. */
function drawCases(canvas: Canvas, chain: Chain, cases: readonly Case[]): void {
  const { draft } = canvas;
  for (let from = 0; from < cases.length; from += ROWS) {
    const taken = new Set<string>([OTHERWISE]);
    const node = draft.step(decide, { cases: [] }, canvas.about(chain, chain.entry === null));
    const rows = cases.slice(from, from + ROWS).map(({ way, rules, isFromWords }, index) => {
      const id = choiceId(labelOfRules(canvas, rules), taken);
      taken.add(id);
      const field = `cases.${index}`;
      const text = way.condition.type === 'none' ? '' : way.condition.text;
      draft.check('rule-from-condition', { node, field }, way.path, text);
      if (rules.rounded) draft.check('rule-rounded', { node, field }, way.path, text, 'warning');
      return { way, id, row: caseOf(canvas, rules, id, { node, field }, way.path, isFromWords) };
    });
    draft.change(decide, node, { cases: rows.map(({ row }) => row) });
    canvas.append(chain, node, [OTHERWISE]);
    for (const { way, id } of rows) canvas.lead([{ node, exit: id }], way.to);
  }
}

function caseOf(
  canvas: Canvas,
  { match, rules }: LogicRules,
  id: string,
  at: { node: NodeId; field: string },
  path: string,
  isKnown: boolean,
): DecideData['cases'][number] {
  const { draft } = canvas;
  return {
    id,
    name: clip(labelOfRules(canvas, { match, rules, rounded: false }), 80),
    match,
    rules: rules.map(({ name, operator, value }) => {
      if (!isKnown && draft.informationOf(name) === undefined)
        draft.check('never-collected', at, path, name, 'warning');
      const isNumber = /^(more|less)-than$/.test(operator);
      const information = draft.collect({
        ...plainWanted(name, path),
        ...(isNumber ? { type: 'number' } : {}),
      });
      const isAnswer = draft.informationOf(name)?.type === 'yes-no';
      const compared = (sign: DecideOperator, expected: string) =>
        ({ type: 'compare', information, operator: sign, value: expected }) as const;
      if (operator === 'holds') return isAnswer ? compared('is', 'yes') : compared('given', '');
      return compared(operator, isAnswer ? yesNo(value) : value);
    }),
  };
}

function yesNo(value: string): string {
  return /^(true|yes|oui|1)$/i.test(value) ? 'yes' : /^(false|no|non|0)$/i.test(value) ? 'no' : value;
}

const SIGNS: Readonly<Record<string, string>> = {
  is: ': ',
  'is-not': ' ≠ ',
  contains: ' … ',
  'more-than': ' > ',
  'less-than': ' < ',
  given: '',
  holds: '',
};

/** "Tier: VIP", "Age > 18": signs need no language. */
function labelOfRules(canvas: Canvas, { rules }: LogicRules): string {
  return rules
    .map(({ name, operator, value }) => {
      const known = canvas.draft.informationOf(name)?.name ?? name.replaceAll(/[_.]+/g, ' ');
      return `${known}${SIGNS[operator] ?? ' '}${value}`;
    })
    .join(', ');
}

/** Instructions that tell to ask what callers want besides. */
const ANYTHING_ELSE =
  /\b(?:any ?thing|something) else\b|\b(?:more|further) help\b|\bautre (?:chose|question|demande)\b/i;

/** One question for up to six wishes; what fits none goes on, or is given up. */
function drawChoices(
  canvas: Canvas,
  chain: Chain,
  spoken: readonly Spoken[],
  onward: Way | null,
  context: WaysContext,
): void {
  const { draft } = canvas;
  const { path } = chain.station;
  // With a single condition the way without one is the second choice: a question needs two.
  const all: readonly Spoken[] =
    spoken.length === 1 && onward
      ? [...spoken, { way: onward, text: '', guess: 'second-choice-added' }]
      : spoken;
  const last = all.length;
  for (let from = 0; from < last; from += ROWS) {
    // No step is left with one choice only.
    const size = last - from === ROWS + 1 ? ROWS - 1 : ROWS;
    const here = all.slice(from, from + size);
    const node = draft.step(understand, { question: '', choices: [] }, canvas.about(chain, true));
    const at = { node, field: 'question' };
    const given = draft.sentence(context.question?.text ?? '', 1000, at, path);
    const choices = choicesOf(canvas, node, here);
    // After an answer or a request nobody asks again what the call is about.
    const isFirst = context.askAgain === undefined && !context.isBehind;
    const isAgain = ANYTHING_ELSE.test(context.question?.instructions ?? '');
    const added = isAgain
      ? draft.words.further
      : isFirst
        ? draft.words.help
        : draft.words.which(choices.map(({ choice }) => choice.label));
    if (given === '') draft.check('question-added', at, path, added);
    if (from === 0) keepInstructions(canvas, node, path, context.question?.instructions ?? '');
    draft.change(understand, node, {
      question: clip(firstText(given, added), 1000),
      choices: choices.map(({ choice }) => choice),
    });
    canvas.append(chain, node, [SOMETHING_ELSE]);
    for (const { choice, way } of choices) canvas.lead([{ node, exit: choice.id }], way.to);
    from -= ROWS - size;
  }
  if (onward) canvas.lead(chain.loose, onward.to);
  else canvas.giveUp(chain.loose);
}

function choicesOf(canvas: Canvas, node: NodeId, spoken: readonly Spoken[]) {
  const { draft, stations } = canvas;
  const taken = new Set<string>([SOMETHING_ELSE]);
  const labels = new Set<string>();
  return spoken.map(({ way, text, guess }, index) => {
    const title = stations.get(way.to)?.title ?? '';
    const at = { node, field: `choices.${index}` };
    const words = draft.sentence(text, 1000, at, way.path);
    const short = firstText(labelOf(words), title, draft.words.otherwise);
    const label = free(
      [short, `${short} (${firstText(title, String(index + 1))})`, `${short} (${index + 1})`],
      labels,
    );
    const id = choiceId(label, taken);
    taken.add(id);
    const examples = [...new Set([...quotedIn(words), ...(words === '' ? [] : [words])])]
      .filter((example) => example.toLowerCase() !== label.toLowerCase())
      .map((example) => clip(example, 200));
    draft.check(guess, at, way.path, firstText(text, label), guess === 'rule-as-choice' ? 'warning' : 'hint');
    return { way, choice: { id, label, examples } };
  });
}

/** The first candidate that no other row has, whatever its capitals. */
function free(candidates: readonly string[], taken: Set<string>): string {
  const found =
    candidates.find((candidate) => !taken.has(key(candidate))) ?? `${candidates[0]} ${taken.size + 1}`;
  taken.add(key(found));
  return clip(found, 120);
}

function key(label: string): string {
  return label.trim().toLowerCase();
}
