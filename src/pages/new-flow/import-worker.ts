/** Reads a file and lays its drawing out beside the page. One text, one answer. */
import { importFlow } from '../../import/import.ts';

self.onmessage = ({ data }: MessageEvent<string>) => {
  self.postMessage(importFlow(data));
};
