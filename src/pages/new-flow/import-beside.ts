/** Reads the text of a file, on the page or in a worker of its own. Knows no words and no component. */
import type { Imported } from '../../import/import.ts';

export async function importHere(text: string): Promise<Imported> {
  const { importFlow } = await import('../../import/import.ts');
  return importFlow(text);
}

/** Rejects when there is no worker. */
export function importBeside(text: string): Promise<Imported> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Imported>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new Error(event.message));
    };
    worker.postMessage(text);
  });
}
