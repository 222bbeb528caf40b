/** Waiting, but not for ever. */

export class OutOfPatience extends Error {
  override readonly name = 'OutOfPatience';
}

/** What the work gives, or an error when it takes longer; the work itself goes on, and must bear being done twice. */
export async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OutOfPatience()), milliseconds);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}
