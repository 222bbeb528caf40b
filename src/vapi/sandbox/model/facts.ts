/** Which written answer fits a caller's question: words in common, accents and endings aside. Pure and deterministic. */
import type { Fact } from '../../script/script.ts';
import { stem, stemsOf, wordsOf } from './words.ts';

/** Words that make a question, of whatever subject. */
const ASKING = new Set(
  (
    'etes sommes what where when who which why how much many yes no is there thank thanks know tell quel quels quelle quelles quand comment combien pourquoi quoi oui non savoir dire ' +
    'accept take offer possible accepter acceptez prendre prenez proposez peux peut pouvez faites possible'
  )
    .split(' ')
    .map(stem),
);

/** The answer, or null when no fact is about what was said. Among equals the first. */
export function answerFrom(facts: readonly Fact[], said: string): string | null {
  const words = wordsOf(said).join(' ');
  const same = facts.find((fact) => words !== '' && wordsOf(fact.question).join(' ') === words);
  if (same) return same.answer;
  const asked = subjectOf(said);
  if (asked.size === 0) return null;
  const subjects = facts.map((fact) => subjectOf(fact.question));
  let best: { readonly answer: string; readonly score: number } | null = null;
  for (const [index, fact] of facts.entries()) {
    const subject = subjects[index]!;
    const common = [...subject].filter((word) => asked.has(word));
    const whole = new Set([...subject, ...subjectOf(fact.answer)]);
    const covered = [...asked].filter((word) => whole.has(word)).length / asked.size;
    // At least half of what the fact is about, or most of what the caller asked about.
    const isAbout = common.length > 0 && common.length >= subject.size / 2;
    if (!isAbout && covered <= 0.5) continue;
    // A word counts the less the more facts are about it.
    const rare = common.reduce((sum, word) => sum + 1 / subjects.filter((one) => one.has(word)).length, 0);
    const score = rare + covered;
    if (!best || score > best.score + 1e-9) best = { answer: fact.answer, score };
  }
  return best?.answer ?? null;
}

function subjectOf(text: string): Set<string> {
  return new Set([...stemsOf(text)].filter((word) => !ASKING.has(word)));
}
