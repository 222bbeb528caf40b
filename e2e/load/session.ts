/** How the load run asks: as a browser does where a connection broke, and as the product does where an answer may come later. */
import { Refused } from '../support/session.ts';
import { pause, type Record } from './record.ts';

/** A server closes connections that nobody used for a while, at times just as one is used: browsers ask once more, and so do we. */
export function renewing(record: Record): typeof globalThis.fetch {
  return async (input, init) => {
    record.count('requests');
    try {
      return await fetch(input, init);
    } catch (error) {
      const { code } = ((error instanceof Error ? error.cause : null) ?? {}) as { code?: string };
      if (code !== 'ECONNRESET' && code !== 'UND_ERR_SOCKET') throw error;
      record.count('connections renewed');
      return fetch(input, init);
    }
  };
}

/**
 * Asks up to `tries` times where the product would: no answer, or one that blames the server. The pause doubles from `first`
 * milliseconds on. What is still refused then is thrown, as is what the server says of the request itself.
 */
export async function patiently<Value>(
  { tries, first }: { readonly tries: number; readonly first: number },
  record: Record,
  ask: () => Promise<Value>,
): Promise<Value> {
  for (let count = 1; ; count += 1) {
    try {
      return await ask();
    } catch (error) {
      if (count >= tries || !mayPass(error)) throw error;
      record.retried(String(error));
      await pause(first * 2 ** (count - 1));
    }
  }
}

function mayPass(error: unknown): boolean {
  return !(error instanceof Refused) || error.status >= 500 || error.status === 408 || error.status === 429;
}
