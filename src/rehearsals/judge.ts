/** Whether a played call is what a test expects, expectation by expectation; a test is not about commas. Pure and total; knows no kind. */
import type { FlowDocument, InformationId, NodeId } from '../flow/document.ts';
import { foldedWords } from '../lib/folded-words.ts';
import type { Expectation, TestCase } from './test-case.ts';

/** What was heard and seen of a call, whoever played it. */
export interface Played {
  readonly said: readonly { readonly text: string; readonly node: string | null }[];
  /** Steps entered, in order. */
  readonly visited: readonly string[];
  readonly information: Readonly<Record<string, string>>;
  readonly end: 'hung-up' | 'transferred' | null;
}

export interface Verdict {
  readonly expectation: Expectation;
  readonly holds: boolean;
  /** What was found instead: a value, a sentence, how it ended; null where there is nothing to show. */
  readonly found: string | null;
  /** The step or the information is no longer drawn: nothing can hold. */
  readonly isGone: boolean;
}

export function judge({ expectations }: TestCase, document: FlowDocument, played: Played): Verdict[] {
  return expectations.map((expectation) => ({
    expectation,
    isGone: isGone(expectation, document),
    ...compare(expectation, played),
  }));
}

/** A test without expectations holds when the call could be played. */
export function holds(verdicts: readonly Verdict[]): boolean {
  return verdicts.every((verdict) => verdict.holds && !verdict.isGone);
}

function isGone(expectation: Expectation, { nodes, information }: FlowDocument): boolean {
  if (expectation.type === 'reaches') return !Object.hasOwn(nodes, expectation.node);
  if (expectation.type === 'collects') return !Object.hasOwn(information, expectation.information);
  return false;
}

function compare(expectation: Expectation, played: Played): Pick<Verdict, 'holds' | 'found'> {
  switch (expectation.type) {
    case 'reaches':
      return { holds: played.visited.includes(expectation.node), found: played.visited.at(-1) ?? null };
    case 'avoids':
      return { holds: !played.visited.includes(expectation.node), found: null };
    case 'collects': {
      const value = played.information[expectation.information] ?? '';
      const isAny = expectation.value.trim() === '';
      return {
        holds: isAny ? value !== '' : foldedWords(value) === foldedWords(expectation.value),
        found: value || null,
      };
    }
    case 'says': {
      const wanted = foldedWords(expectation.text);
      return { holds: played.said.some(({ text }) => foldedWords(text).includes(wanted)), found: null };
    }
    case 'never-says': {
      const unwanted = foldedWords(expectation.text);
      const sentence = played.said.find(({ text }) => foldedWords(text).includes(unwanted))?.text ?? null;
      return { holds: sentence === null, found: sentence };
    }
    case 'ends':
      return { holds: played.end === expectation.end, found: played.end };
  }
}

/** What anybody would expect of a call that went well: that it goes on like this. */
export function expectationsFrom(played: Played): Expectation[] {
  const last = played.visited.at(-1);
  return [
    ...(last === undefined ? [] : [{ type: 'reaches', node: last as NodeId } as const]),
    ...Object.entries(played.information)
      .filter(([, value]) => value !== '')
      .map(([id, value]) => ({ type: 'collects', information: id as InformationId, value }) as const),
    ...(played.end === null ? [] : [{ type: 'ends', end: played.end } as const]),
  ];
}
