/**
 * Plays prompts that we did not write: finds out which tool or place the caller's words are about, asks for what it needs,
 * reads it back, calls it and reacts to the result. Tells why it does what it does. Knows no steps.
 */
import type { ScriptLanguage } from '../../script/script.ts';
import { askItems } from './ask.ts';
import { chooseAmong } from './choose.ts';
import { languageFor } from './foreign-language.ts';
import { chosenOf, type Option, optionsOf, wantsHuman } from './foreign-options.ts';
import { afterwards, answerIn, isQuestion, statedFor } from './foreign-prompt.ts';
import { dataIn, hasFailed, spokenResult } from './foreign-results.ts';
import { argumentsOf, type Slot, slotsOf } from './foreign-slots.ts';
import { LINES } from './lines.ts';
import type { ModelTool, ModelView } from './model.ts';
import { because, call, listen, type Play, say } from './play.ts';
import { type Hearing, isNothing, readYesNo, recogniseVolunteered } from './recognise.ts';
import { todayIn } from './today.ts';
import { fold, stemsOf } from './words.ts';

/** Turns in a row that nothing is made of before somebody else is asked for. */
const PATIENCE = 3;

interface Talk {
  readonly prompt: string;
  readonly language: ScriptLanguage;
  readonly hearing: Hearing;
  readonly options: readonly Option[];
  readonly end: ModelTool | undefined;
  /** The one thing that this assistant is for, where it has but one. */
  readonly purpose: Option | null;
  /** What the caller said to whoever had the call before. */
  readonly before: readonly string[];
  /** What was told or found, by key. */
  readonly values: Record<string, string>;
  readonly done: Set<Option>;
  /** Between which the caller was asked to choose. */
  offered: readonly Option[];
  missed: number;
  /** True when what was told last was for finding something out: what follows is about the same. */
  isLookedUp: boolean;
}

export function* playForeign(view: ModelView, values: Record<string, string> = {}): Play {
  const talk = talkOf(view, values);
  let heard = yield* open(talk, view);
  while (true) heard = yield* respond(heard ?? (yield* listen()), talk);
}

function talkOf(view: ModelView, values: Record<string, string>): Talk {
  const language = languageFor(view);
  const options = optionsOf(view.tools);
  const actions = options.filter(isAction);
  const [only] = options.length === 1 ? options : actions.length === 1 ? actions : [];
  return {
    prompt: view.prompt,
    language,
    hearing: { language, now: todayIn(view.prompt) ?? view.now },
    options,
    end: view.tools.find(({ type }) => type === 'endCall'),
    purpose: only && slotsOf(only.tool, language).length > 0 ? only : null,
    before: view.context.flatMap((message) => (message.role === 'user' ? [message.content] : [])),
    values,
    done: new Set(),
    offered: [],
    missed: 0,
    isLookedUp: false,
  };
}

const isPlace = ({ tool }: Option) => tool.type === 'handoff' || tool.type === 'transferCall';
const isAction = (option: Option) => !isPlace(option) && option.tool.type !== 'query';
const LOOKING_UP =
  /^(get|check|find|look ?up|search|verify|list|fetch|is|cherche|trouve|verifie|consulte|recherche)/;

const isLookUp = ({ label }: Option) => LOOKING_UP.test(fold(label));

/** What the caller has said already when this assistant is to speak first; null when nobody has said anything yet. */
function* open(talk: Talk, view: ModelView): Play<string | null> {
  if (view.greeted || view.messages[0]?.role === 'user') return null;
  const wish = talk.before.at(-1);
  // Whoever was passed on here has said why.
  if (wish !== undefined && (talk.purpose || chosenOf(wish, talk.options))) return wish;
  yield* say(LINES[talk.language].open);
  return null;
}

const BYE = /\b(au revoir|bonne (?:journee|soiree)|goodbye|bye|good night)\b/;
const ENOUGH =
  /\b(c'est tout|ce sera tout|ca ira|rien d'autre|that's all|that is all|that will be all|nothing else|no thanks?|no,? thank you|non,? merci|i'm good)\b/;

/** Answers what was said; what the caller said instead of an answer is returned, to be answered next. */
function* respond(heard: string, talk: Talk): Play<string | null> {
  const lines = LINES[talk.language];
  const offered = talk.offered;
  talk.offered = [];
  if (BYE.test(fold(heard)) || (isEnough(heard) && (talk.done.size > 0 || talk.purpose !== null)))
    return yield* leave(talk, talk.done.size > 0 ? 'no-more-questions' : 'caller-refused');
  const person = wantsHuman(heard) ? humanOption(talk) : null;
  if (person) return yield* choose(person, heard, talk, 'caller-chose');
  const index = chooseAmong(
    heard,
    offered.map(({ label }) => ({ label, examples: [] })),
  );
  if (index !== null) return yield* choose(offered[index]!, heard, talk, 'caller-chose');
  const answer = answerIn(talk.prompt, heard);
  const chosen = chosenOf(heard, talk.options);
  if (answer !== null && !(chosen && 'option' in chosen && isPlace(chosen.option))) {
    talk.missed = 0;
    yield* say(`${answer} ${lines.moreWishes}`);
    return null;
  }
  if (chosen && 'option' in chosen) return yield* choose(chosen.option, heard, talk, 'caller-chose');
  const [lookUpOnly, ...others] = (chosen?.between ?? []).filter(isLookUp);
  if (lookUpOnly && others.length === 0 && isQuestion(heard))
    return yield* choose(lookUpOnly, heard, talk, 'caller-chose');
  if (chosen) return yield* offer(chosen.between, talk);
  const files = talk.options.find(({ tool }) => tool.type === 'query');
  if (files && isQuestion(heard)) return yield* lookUp(files, heard, talk);
  // Whatever is answered to an assistant with one purpose is about it.
  if (talk.purpose && !talk.done.has(talk.purpose) && !isQuestion(heard))
    return yield* choose(talk.purpose, heard, talk, 'went-on');
  return yield* misunderstand(talk);
}

/** « Non », "no thanks": but "no, I want to book" is a wish. */
function isEnough(heard: string): boolean {
  return (
    ENOUGH.test(fold(heard)) || (isNothing(heard) && readYesNo(heard) !== 'yes' && stemsOf(heard).size <= 2)
  );
}

function humanOption({ options }: Talk): Option | null {
  const places = options.filter(isPlace);
  return (
    places.find(({ subjects }) => subjects.has('human')) ??
    places.find(({ tool }) => tool.type === 'transferCall') ??
    null
  );
}

function* offer(between: readonly Option[], talk: Talk): Play<null> {
  talk.offered = between;
  yield* say(LINES[talk.language].offer(between.map(({ label }) => label)));
  return null;
}

function* misunderstand(talk: Talk): Play<string | null> {
  const lines = LINES[talk.language];
  talk.missed += 1;
  const person = talk.missed >= PATIENCE ? humanOption(talk) : null;
  if (person) return yield* choose(person, '', talk, 'nothing-fitted');
  if (talk.options.length === 0) yield* say(lines.acknowledge);
  else yield* offer(talk.options, talk);
  return null;
}

function* leave({ end, language }: Talk, reason: string): Play<null> {
  yield* because(reason);
  if (end) yield* call(end.name, {});
  else yield* say(LINES[language].goodbye);
  return null;
}

function* lookUp({ tool }: Option, heard: string, { language }: Talk): Play<null> {
  const result = yield* call(tool.name, { query: heard });
  yield* because(hasFailed(result) ? 'question-unanswered' : 'tool-worked');
  yield* say(
    hasFailed(result) ? LINES[language].failed : `${spokenResult(result)} ${LINES[language].moreWishes}`,
  );
  return null;
}

/** Asks for what the tool needs, calls it, and reacts to what comes back. */
function* choose(option: Option, heard: string, talk: Talk, reason: string): Play<string | null> {
  const { tool } = option;
  talk.missed = 0;
  yield* because(reason, reason === 'caller-chose' ? { choice: option.label } : {});
  const slots = slotsOf(tool, talk.language);
  if (slots.length > 0) {
    const asked = yield* interruptible(askFor(option, slots, heard, talk), option, talk);
    if ('instead' in asked) return asked.instead;
    // An answer to nothing that is asked leaves nothing to do.
    if (asked.done === null || Object.keys(asked.done).length === 0) {
      yield* because('caller-refused');
      yield* say(LINES[talk.language].acknowledge);
      return null;
    }
    const values = asked.done;
    Object.assign(talk.values, values);
    const told = slots.filter(({ key }) => values[key] !== undefined).map(({ label }) => label);
    yield* because('caller-gave', { what: told.join(', ') });
  }
  const destination = option.destination === undefined ? {} : { destination: option.destination };
  const result = yield* call(tool.name, argumentsOf(tool, { ...talk.values, ...destination }));
  return yield* react(option, result, talk);
}

function* askFor(option: Option, slots: readonly Slot[], heard: string, talk: Talk) {
  const none = { step: 0 };
  const wasTold = talk.done.size === 0 ? [...talk.before, heard] : [heard];
  const known = Object.fromEntries(
    slots.flatMap((slot) => {
      const value = knownFor(slot, wasTold, talk);
      return value === null ? [] : [[slot.key, value]];
    }),
  );
  // What can be left open is asked for only where the tool leaves everything open.
  const items = slots.filter(
    (slot) => !slot.optional || known[slot.key] !== undefined || slots.every((one) => one.optional),
  );
  const readBack = isAction(option) && !isLookUp(option);
  return yield* askItems(
    { do: 'ask', question: '', items, readBack, to: none, refused: none },
    talk.hearing,
    null,
    known,
  );
}

/** Kinds of values that stay the same, whatever else the caller wants. */
const LASTING = /^(name|phone|email|address)$/;
const REFERENCE_KEY = /(?:id|number|numero|reference|code)$/i;

function knownFor(
  slot: Slot,
  told: readonly string[],
  { values, prompt, hearing, isLookedUp }: Talk,
): string | null {
  const passing = told
    .map((text) => recogniseVolunteered(slot, text, hearing))
    .findLast((one) => one !== null);
  const before =
    isLookedUp || LASTING.test(slot.type) || REFERENCE_KEY.test(slot.key) ? values[slot.key] : undefined;
  return passing ?? before ?? statedFor(slot, prompt, hearing);
}

const CHANGED_MIND =
  /^(?:\w+,? )?(?:actually|in fact|finally|wait|stop|en fait|finalement|attendez|plutot)\b|^(?:no|non)\W+(?:i|je|j')\b|\binstead\b|\bplutot\b/;

/** A caller may want something else, or nothing, in the middle of it; a question is answered and ours put again. */
function* interruptible<Value>(
  play: Play<Value>,
  current: Option,
  talk: Talk,
): Play<{ readonly done: Value } | { readonly instead: string }> {
  let question = '';
  let act = play.next('');
  while (!act.done) {
    const { value } = act;
    if (value.type === 'say') question = value.repeats ?? value.text;
    let heard = yield value;
    if (value.type === 'listen') {
      for (
        let answer = answerIn(talk.prompt, heard);
        answer !== null;
        answer = answerIn(talk.prompt, heard)
      ) {
        yield* say(`${answer} ${question}`);
        heard = yield* listen();
      }
      if (turnsAway(heard, current, talk)) return { instead: heard };
    }
    act = play.next(heard);
  }
  return { done: act.value };
}

function turnsAway(heard: string, current: Option, talk: Talk): boolean {
  const folded = fold(heard);
  if (BYE.test(folded) && stemsOf(heard).size <= 4) return true;
  if (wantsHuman(heard) && humanOption(talk) !== null && humanOption(talk) !== current) return true;
  const chosen = CHANGED_MIND.test(folded) ? chosenOf(heard, talk.options) : null;
  return chosen !== null && 'option' in chosen && chosen.option !== current;
}

function* react(option: Option, result: string, talk: Talk): Play<string | null> {
  const lines = LINES[talk.language];
  const { tool } = option;
  if (/^Tool call rejected/.test(result)) {
    yield* because('rule-failed');
    yield* say(`${lines.refusedByRule} ${lines.moreWishes}`);
    return null;
  }
  if (tool.type === 'transferCall' || hasFailed(result)) {
    yield* because(tool.type === 'transferCall' ? 'nobody-answered' : 'tool-failed');
    yield* say(tool.type === 'transferCall' ? lines.unreached : lines.failed);
    return null;
  }
  Object.assign(talk.values, dataIn(result));
  talk.done.add(option);
  talk.isLookedUp = isLookUp(option);
  yield* because('tool-worked');
  const next =
    isAction(option) && !isLookUp(option) ? afterwards(talk.prompt, talk.options.filter(isPlace)) : null;
  const done = lines.done(spokenResult(result)).trim();
  if (next === 'end' && talk.end) {
    yield* say(done);
    return yield* leave(talk, 'went-on');
  }
  yield* say(next === null || next === 'end' ? `${done} ${lines.moreWishes}` : done);
  return next === null || next === 'end' ? null : yield* choose(next, '', talk, 'went-on');
}
