/** One more fact for a step that answers questions. Pure. */
import type { TaughtFact } from '../../flow/kind.ts';
import type { InformData } from './kind.ts';

/** Null when it holds as many as it may. An empty row makes room; the same question keeps its place with the new answer. */
export function learn(data: InformData, fact: TaughtFact, most: number): InformData | null {
  const written = data.facts.filter(({ question, answer }) => question.trim() !== '' || answer.trim() !== '');
  const known = written.find(({ question }) => question.trim() === fact.question.trim());
  if (known)
    return {
      ...data,
      facts: written.map((each) => (each === known ? { ...each, answer: fact.answer } : each)),
    };
  if (written.length >= most) return null;
  const taken = new Set(written.map(({ id }) => id));
  let number = 1;
  while (taken.has(`learnt-${number}`)) number += 1;
  return { ...data, facts: [...written, { id: `learnt-${number}`, ...fact }] };
}
