/** Lays a drawing out beside the page. One request, one answer. */
import { type LayoutRequest, layoutOf } from './layout-request.ts';

self.onmessage = ({ data }: MessageEvent<LayoutRequest>) => {
  self.postMessage(layoutOf(data));
};
