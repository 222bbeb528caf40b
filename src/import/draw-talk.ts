/** Draws a conversation: what it says, what it asks for, and what it listens for. Knows no file format. */
import type { NodeId } from '../flow/document.ts';
import { ask } from '../kinds/ask/kind.ts';
import { say } from '../kinds/say/kind.ts';
import { speaksOfRefusal } from './condition.ts';
import type { Canvas, Chain } from './draw.ts';
import { drawWays } from './draw-ways.ts';
import { firstText } from './foreign.ts';
import type { Talk, Wanted } from './station.ts';
import { readInstructions } from './told.ts';
import { clip, questionWithin, splitQuestion, wantsAnswer } from './words.ts';

/** Most things that one step may ask for. */
const ITEMS = 12;

/** Words of a question; `instructions` stood beside them and are kept in a note. */
export interface Question {
  readonly text: string;
  readonly instructions: string;
}

export function drawTalk(canvas: Canvas, chain: Chain, talk: Talk): void {
  const { station } = chain;
  if (talk.whole) drawWhole(canvas, chain, talk);
  else if (talk.wanted.length > 0) {
    drawStatement(canvas, chain, talk.first);
    drawTold(canvas, chain, talk);
    drawGathering(canvas, chain, talk, questionOf(talk));
  } else if (station.ways.length > 1) {
    drawStatement(canvas, chain, talk.first);
    drawTold(canvas, chain, talk);
    drawWays(canvas, chain, station.ways, { question: questionOf(talk) });
  } else drawPlain(canvas, chain, talk);
}

/** A whole assistant: its prompt in its own words, then what it gathers and where it leads. */
function drawWhole(canvas: Canvas, chain: Chain, talk: Talk): void {
  const { station } = chain;
  const question = asksSomething(talk.first) ? talk.first : '';
  const spoken: Question = { text: question, instructions: '' };
  drawStatement(canvas, chain, talk.first);
  if (talk.prompt !== '') {
    const node = drawSaying(canvas, chain, talk.prompt, false);
    canvas.draft.check('whole-prompt', { node, field: 'text' }, station.path, talk.prompt, 'warning');
  }
  if (talk.wanted.length > 0) drawGathering(canvas, chain, talk, spoken);
  else if (station.ways.length > 1) drawWays(canvas, chain, station.ways, { question: spoken });
  else {
    if (question !== '' || station.ways.length === 1) drawAnswer(canvas, chain, spoken);
    drawWays(canvas, chain, station.ways, {});
  }
}

/** Words that ask nothing come before; those that do are the question, whole. */
function drawStatement(canvas: Canvas, chain: Chain, first: string): void {
  if (first !== '' && !asksSomething(first)) drawSaying(canvas, chain, first, true);
}

function asksSomething(words: string): boolean {
  return splitQuestion(words).question !== '';
}

/** Asks for what the file extracts; a way for callers who refuse becomes the way out for refusals. */
function drawGathering(canvas: Canvas, chain: Chain, talk: Talk, question: Question): void {
  const { ways } = chain.station;
  const asked = drawAsking(canvas, chain, question, talk.wanted);
  const refusal =
    // No to a yes/no question is an answer, not a refusal.
    ways.length > 1 && talk.wanted.some((item) => item.type !== 'yes-no')
      ? ways.find((way) => way.condition.type === 'words' && speaksOfRefusal(way.condition.text))
      : undefined;
  if (refusal) {
    const text = refusal.condition.type === 'none' ? '' : refusal.condition.text;
    canvas.draft.check('refusal-from-condition', { node: asked, exit: 'would-not-say' }, refusal.path, text);
    canvas.lead(
      chain.loose.filter((loose) => loose.exit === 'would-not-say'),
      refusal.to,
    );
    chain.loose = chain.loose.filter((loose) => loose.exit !== 'would-not-say');
  }
  drawWays(
    canvas,
    chain,
    ways.filter((way) => way !== refusal),
    { askAgain: asked, wanted: talk.wanted },
  );
}

/** Nothing is extracted and nothing chosen: words, and an answer when they want one. */
function drawPlain(canvas: Canvas, chain: Chain, talk: Talk): void {
  const { told, rest } = readInstructions(talk.prompt);
  const wants =
    asksSomething(talk.first) || (talk.first === '' && (wantsAnswer(rest) || questionOf(talk).text !== ''));
  if (wants && chain.station.ways.length > 0) {
    drawStatement(canvas, chain, talk.first);
    drawTold(canvas, chain, talk);
    drawAnswer(canvas, chain, questionOf(talk));
  } else {
    if (talk.first !== '') drawSaying(canvas, chain, talk.first, true, true);
    const isQuoted = told.some(({ exactly }) => exactly);
    if (talk.prompt !== '' && !isQuoted && (talk.first === '' || !wantsAnswer(talk.prompt)))
      drawSaying(canvas, chain, talk.prompt, false, true);
    else {
      drawTold(canvas, chain, talk);
      keepInstructions(canvas, chain.entry!, chain.station.path, rest === '' ? '' : talk.prompt);
    }
  }
  drawWays(canvas, chain, chain.station.ways, {});
}

/** What instructions tell to say is said, before anything is asked. */
function drawTold(canvas: Canvas, chain: Chain, talk: Talk): void {
  for (const { text, exactly } of readInstructions(talk.prompt).told)
    drawSaying(canvas, chain, text, exactly, chain.station.ways.length < 2 && talk.wanted.length === 0);
}

/** Listens to an answer that the file does not name: it is kept under the name of its step. */
export function drawAnswer(canvas: Canvas, chain: Chain, question: Question): void {
  const { station } = chain;
  const label = firstText(station.title, canvas.draft.words.answer);
  const wanted: Wanted = {
    name: `answer ${station.key}`,
    aliases: [],
    label,
    about: '',
    type: 'text',
    choices: [],
    typeGuessed: false,
    path: station.path,
    idFrom: label,
  };
  const node = drawAsking(canvas, chain, question, [wanted], canvas.draft.words.more);
  canvas.draft.check('answer-kept', { node, field: 'items' }, station.path, label);
}

function drawSaying(canvas: Canvas, chain: Chain, text: string, exactly: boolean, isMain = false): NodeId {
  const { draft } = canvas;
  const { station } = chain;
  const node = draft.step(say, { text: '', exactly }, canvas.about(chain, isMain));
  const words = draft.spoken(text, { node, field: 'text' }, station.path);
  draft.change(say, node, { text: words, exactly });
  canvas.append(chain, node, ['next']);
  return node;
}

/** One step for up to twelve things; what is refused goes on like what is given, until a later look says otherwise. */
function drawAsking(
  canvas: Canvas,
  chain: Chain,
  question: Question,
  wanted: readonly Wanted[],
  neutral = '',
): NodeId {
  const { draft } = canvas;
  const { path } = chain.station;
  let last: NodeId | undefined;
  for (let from = 0; from < wanted.length; from += ITEMS) {
    const here = wanted.slice(from, from + ITEMS);
    const ids = [...new Set(here.map((one) => draft.collect(one)))];
    const node = draft.step(
      ask,
      { question: '', items: ids.map((information) => ({ information, optional: false })), readBack: false },
      canvas.about(chain, true),
    );
    const at = { node, field: 'question' };
    const given = from === 0 ? draft.sentence(question.text, 1000, at, path) : '';
    const added = firstText(neutral, draft.words.tell(here[0]!.label.toLowerCase()));
    draft.change(ask, node, { ...draft.dataOf(ask, node)!, question: clip(firstText(given, added), 1000) });
    if (given === '') draft.check('question-added', at, path, added);
    if (from === 0) keepInstructions(canvas, node, path, question.instructions);
    canvas.append(chain, node, ['got-it', 'would-not-say']);
    last = node;
  }
  return last!;
}

/** Instructions to a language model have no place in a step: they are kept where people read them. */
export function keepInstructions(canvas: Canvas, node: NodeId, path: string, instructions: string): void {
  if (instructions === '') return;
  canvas.draft.remark(instructions, node, path);
  canvas.draft.check('instructions-left-out', { node }, path, instructions, 'warning');
}

/** The words of a question: spoken ones, else a question that the instructions hold. Instructions are never read out. */
function questionOf(talk: Talk): Question {
  const { told, question, rest } = readInstructions(talk.prompt);
  const within = firstText(question, questionWithin(rest));
  const text = firstText(asksSomething(talk.first) ? talk.first : '', within);
  const isWhole = rest === text || (rest === '' && (told.length > 0 || text === question));
  return { text, instructions: isWhole ? '' : talk.prompt };
}
