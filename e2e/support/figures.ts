/** Lines of output that tell a figure, and whether one misses the goal that stands behind it: `name: value (goal <= 2)`. */

const NUMBER = String.raw`-?\d[\d,_ ]*(?:\.\d+)?`;

/** A line with a name and a number behind the colon; not what test runners and build tools say of themselves. */
export function isFigure(line: string): boolean {
  if (/^(?:✓|×|❯|RUN|Test Files|Tests|Start at|Duration|JSON report|stdout|stderr|at )/.test(line))
    return false;
  return /^[\p{L}(][^:]{2,110}: .*\d/u.test(line) || /^\d[\d,]* [a-z].*: .*\d/.test(line);
}

/** False where no goal is told; a figure that is no number misses its goal. A goal without a sign is the most there may be, as in `(goal 100)`. */
export function isMissed(line: string): boolean {
  const [, value, sign = '<=', goal] =
    new RegExp(String.raw`: (${NUMBER}|NaN|-?Infinity)[^(]*\(goal (<=|>=|<|>|=)? ?(${NUMBER})`).exec(line) ??
    [];
  if (value === undefined || goal === undefined) return false;
  const [is, wanted] = [value, goal].map((text) => Number(text.replaceAll(/[,_ ]/g, ''))) as [number, number];
  const holds: Readonly<Record<string, boolean>> = {
    '<=': is <= wanted,
    '<': is < wanted,
    '>=': is >= wanted,
    '>': is > wanted,
    '=': is === wanted,
  };
  return !Number.isFinite(is) || !holds[sign];
}
