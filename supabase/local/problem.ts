/** Why the local stack cannot start, as sentences a newcomer can act on. Knows no service. */

/** An expected failure of the machine, not of the program: its message is shown without a stack. */
export class LocalProblem extends Error {
  override readonly name = 'LocalProblem';
}

/** The sentence for an error of the operating system, or the error's own message. */
export function explain(error: unknown): string {
  if (error instanceof LocalProblem) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  const text = `${code ?? ''} ${message ?? String(error)}`;
  if (/ENOSPC|No space left on device/.test(text)) {
    return 'The disk is full. Free some space (about 100 MB are needed), then start again.';
  }
  if (/EACCES|EPERM|EROFS/.test(code ?? '')) {
    return `A file may not be written: ${message}. Check who owns this folder, then start again.`;
  }
  return message ?? String(error);
}
