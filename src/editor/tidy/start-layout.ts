/** Starts a layout in a worker of its own, fetched when the first large drawing is tidied. Knows no editor. */
import type { LayoutRequest, Points } from './layout-request.ts';

export interface LayoutJob {
  /** Rejects when there is no worker; never settles once it was cancelled. */
  readonly points: Promise<Points>;
  cancel(): void;
}

export function startLayout(request: LayoutRequest): LayoutJob {
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  const points = new Promise<Points>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Points>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new Error(event.message));
    };
  });
  worker.postMessage(request);
  return { points, cancel: () => worker.terminate() };
}
