/** The problems of a form that stand below none of its fields: those of the whole, and further ones of the same field. */
import { type RefObject, useEffect, useState } from 'react';
import type { Problem } from '../../flow/problem.ts';
import { ProblemItem } from '../problems-panel/problem-item.tsx';
import { problemKey } from '../problems-panel/problem-key.ts';

export interface OtherProblemsProps {
  readonly problems: readonly Problem[];
  /** Where the fields stand. */
  readonly form: RefObject<HTMLElement | null>;
}

export function OtherProblems({ problems, form }: OtherProblemsProps) {
  const [shown, setShown] = useState<string>();
  // Which fields a kind shows is its own affair: what stands on the page is looked up there.
  useEffect(() => {
    const faults = form.current?.querySelectorAll<HTMLElement>('[data-fault]') ?? [];
    setShown([...faults].map(({ dataset }) => dataset.fault).join('\n'));
  });
  if (shown === undefined) return null;
  const placed = new Set(shown.split('\n'));
  const others = problems.filter((problem) => !placed.has(problemKey(problem)));
  if (others.length === 0) return null;
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      {others.map((problem) => (
        <ProblemItem key={problemKey(problem)} problem={problem} />
      ))}
    </div>
  );
}
