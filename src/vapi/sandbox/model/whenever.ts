/**
 * The rules of a script that hold at any time, laid around the play of a step: whatever the step does, each time the
 * caller speaks these are looked at first. Knows no steps but where a rule leads.
 */
import type { Target, WheneverLine } from '../../script/script.ts';
import { covered, type Wish } from './choose.ts';
import { because, call, listen, type Play, say } from './play.ts';
import { stemsOf } from './words.ts';

export interface Surroundings {
  readonly rules: readonly WheneverLine[];
  /** What the step itself waits for: a caller who says one of these in full is not interrupted. */
  readonly wishes: readonly Wish[];
  /** The question that has already been put, empty when none has. */
  readonly question: string;
}

/** The step's own result, or where a rule leads; `here` begins the step again. */
export type Played<Value> = { readonly done: Value } | { readonly goTo: Target | 'here' };

/** How often a question is put again before the rule for it applies. */
const PATIENCE = 2;

/** Plays the step; at a rule it says its sentence, then repeats the last question or leaves the step for good. */
export function* whenever<Value>(step: Play<Value>, around: Surroundings): Play<Played<Value>> {
  const unclear = around.rules.find((line) => line.rule === 'unclear');
  let question = around.question;
  let missed = 0;
  let act = step.next('');
  while (!act.done) {
    const { value } = act;
    if (value.type === 'call' || value.type === 'because') act = step.next(yield value);
    else if (value.type === 'say') {
      missed = value.repeats === undefined ? 0 : missed + 1;
      question = value.repeats ?? value.text;
      if (unclear && missed >= PATIENCE) {
        yield* because('anytime-rule', { rule: unclear.rule });
        yield* announce(unclear);
        if (unclear.to !== 'back') return { goTo: unclear.to };
        yield* say(question);
      } else yield value;
      act = step.next('');
    } else {
      let heard = yield value;
      for (let line = lineFor(heard, around); line; line = lineFor(heard, around)) {
        yield* because('anytime-rule', { rule: line.rule });
        yield* announce(line);
        if (line.to !== 'back') return { goTo: line.to };
        if (question === '') return { goTo: 'here' };
        yield* say(question);
        heard = yield* listen();
      }
      act = step.next(heard);
    }
  }
  return { done: act.value };
}

function* announce(line: WheneverLine): Play {
  if (line.speak !== undefined) yield* call(line.speak, {});
  yield* say(line.say);
}

/** The rule of which the longest phrase was said in full, the first of several; none where the step's own words were said. */
function lineFor(heard: string, { rules, wishes }: Surroundings): WheneverLine | null {
  const said = stemsOf(heard);
  let best: { line: WheneverLine; length: number } | null = null;
  for (const line of rules)
    for (const phrase of line.phrases.map(stemsOf))
      if (phrase.size > (best?.length ?? 0) && covered(phrase, said) === 1)
        best = { line, length: phrase.size };
  if (!best) return null;
  const isOwn = wishes.some((wish) =>
    [wish.label, ...wish.examples].some((phrase) => covered(stemsOf(phrase), said) === 1),
  );
  return isOwn ? null : best.line;
}
