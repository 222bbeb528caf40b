/** Answering questions from written facts until the caller wants nothing more. Knows no steps. */
import type { Instruction, ScriptLanguage, Target } from '../../script/script.ts';
import { answerFrom } from './facts.ts';
import { LINES } from './lines.ts';
import type { ModelTool } from './model.ts';
import { call, listen, type Play, say, sayAgain } from './play.ts';
import { isNothing, readYesNo } from './recognise.ts';
import { fold, stemsOf } from './words.ts';

type Inform = Extract<Instruction<Target>, { do: 'inform' }>;

/** Turns in a row without an answer after which the question counts as unknown. */
const PATIENCE = 2;

/** What was said before the step began: the answer to its question (`asked`), or perhaps already a question. */
export interface Heard {
  readonly text: string;
  readonly asked: boolean;
}

/** True when the caller has had all answers, false when one could not be given. */
export function* inform(
  instruction: Inform,
  language: ScriptLanguage,
  heard: Heard | null,
  tools: ReadonlyMap<string, ModelTool>,
): Play<boolean> {
  const lines = LINES[language];
  const question = instruction.question || lines.open;
  let said = heard && (heard.asked || answerFrom(instruction.facts, heard.text) !== null) ? heard.text : null;
  let missed = 0;
  if (said === null) yield* say(question);
  while (true) {
    said ??= yield* listen();
    const answer = answerFrom(instruction.facts, said) ?? (yield* lookUp(instruction, said, tools));
    if (answer !== null) {
      missed = 0;
      yield* say(answer);
      yield* say(lines.anythingElse);
    } else if (wantsNothing(said)) return true;
    else {
      missed += 1;
      if (missed === PATIENCE) return false;
      // « Oui » to "anything else?" is an announcement, not a question.
      if (isBareYes(said)) yield* say(question);
      else yield* sayAgain(lines.sorry, lines.whichQuestion);
    }
    said = null;
  }
}

/** What the tool finds, or null: without one, for thanks and a bare yes, and where it finds nothing. */
function* lookUp(
  { lookUp: name }: Inform,
  said: string,
  tools: ReadonlyMap<string, ModelTool>,
): Play<string | null> {
  if (name === undefined || !tools.has(name) || wantsNothing(said) || isBareYes(said)) return null;
  const found = yield* call(name, { query: said });
  return found === '' || /^(No result|Request failed|Tool call rejected|Tool not found|Error\b)/.test(found)
    ? null
    : found;
}

function wantsNothing(said: string): boolean {
  const folded = fold(said);
  return (
    isNothing(said) ||
    /\b(c'est tout|ce sera tout|ca ira|rien d'autre|that's all|that is all|that will be all|nothing else|i'm good|au revoir|goodbye|bye)\b/.test(
      folded,
    ) ||
    (/\b(merci|thanks|thank you)\b/.test(folded) && !said.includes('?'))
  );
}

function isBareYes(said: string): boolean {
  return readYesNo(said) === 'yes' && stemsOf(said).size <= 1;
}
