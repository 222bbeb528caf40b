/** Makes an AI caller of what a kept test says: who they are, what they mean to say, and the question whether they got it. Pure; knows no Vapi. */
import type { CallLanguage, FlowDocument, InformationId } from '../flow/document.ts';
import { speech } from './caller-speech.ts';
import type { TestCase } from './test-case.ts';

/** Characters of sentences and answers that a caller can be told of, together. */
export const MOST_TOLD = 5000;

/** What of a test goes to a caller. */
export interface Told {
  readonly lines: readonly string[];
  /** By information: what they answer when asked. */
  readonly answers: Readonly<Record<string, string>>;
}

export interface SimulatedCaller {
  readonly personality: string;
  readonly persona: string;
  readonly instructions: string;
  readonly goal: string;
}

/** The values that the test expects to be collected are those that its caller gives. */
export function toldOf({ lines, expectations }: TestCase): Told {
  const answers: Record<string, string> = {};
  for (const expectation of expectations)
    if (expectation.type === 'collects' && expectation.value.trim() !== '')
      answers[expectation.information] = expectation.value;
  return { lines, answers };
}

export function isTooLong({ lines, answers }: Told): boolean {
  return [...lines, ...Object.values(answers)].join('').length > MOST_TOLD;
}

/** Information that is no longer drawn has no name, and is left out. */
export function simulatedCaller(
  { lines, answers }: Told,
  { language, information }: Pick<FlowDocument, 'language' | 'information'>,
): SimulatedCaller {
  const words = speech[language satisfies CallLanguage];
  const known = Object.entries(answers).flatMap(([id, value]) => {
    const name = information[id as InformationId]?.name ?? '';
    return name === '' ? [] : [words.answer(onOneLine(name), onOneLine(value))];
  });
  const parts = [
    words.purpose,
    lines.map((line) => words.sentence(onOneLine(line))).join('\n'),
    ...(known.length === 0 ? [] : [`${words.known}\n${known.join('\n')}`]),
    words.unknown,
    words.end,
  ];
  return {
    personality: words.personality,
    persona: words.persona,
    instructions: parts.join('\n\n'),
    goal: words.goal,
  };
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
