/** Lays a drawing out beside the page. One request, one answer. */
import { layoutOf } from './asked-layout.ts';
import type { LayoutRequest } from './layout-request.ts';

self.onmessage = ({ data }: MessageEvent<LayoutRequest>) => {
  self.postMessage(layoutOf(data));
};
