/** Which keys do what in a row of the outline. Letters that are being typed to find a row are no commands. */

export type OutlineKey = 'add' | 'connect' | 'rename' | 'remove' | 'next-problem' | 'previous-problem';

interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** Milliseconds; only differences count. */
  readonly timeStamp: number;
}

/** So long a word goes on being typed. */
const PAUSE = 1000;

const LETTERS: Readonly<Record<string, OutlineKey>> = { a: 'add', c: 'connect' };
const OTHERS: Readonly<Record<string, OutlineKey>> = { F2: 'rename', Delete: 'remove', Backspace: 'remove' };

/** Remembers the letters before: a command is a letter that begins nothing. */
export function createOutlineKeys(): (stroke: Stroke) => OutlineKey | undefined {
  let typedAt = Number.NEGATIVE_INFINITY;
  return ({ key, ctrlKey, metaKey, altKey, timeStamp }) => {
    if (ctrlKey || metaKey) return undefined;
    if (altKey)
      return key === 'ArrowDown' ? 'next-problem' : key === 'ArrowUp' ? 'previous-problem' : undefined;
    if (key.length > 1) return OTHERS[key];
    const isTyping = timeStamp - typedAt < PAUSE;
    const command = isTyping ? undefined : LETTERS[key.toLowerCase()];
    if (command === undefined && key !== ' ') typedAt = timeStamp;
    return command;
  };
}
