/** Which drawings are on their way to the server, which may have taken one without our hearing of it. Pure. */
import type { FlowDocument } from '../../flow/document.ts';

const MOST_SENT = 20;

/** The first may have been on its way when the network went, the last are the newest. */
export function withSent(sent: readonly FlowDocument[], next: FlowDocument): readonly FlowDocument[] {
  if (sent.at(-1) === next) return sent;
  return sent.length < MOST_SENT ? [...sent, next] : [sent[0]!, ...sent.slice(2), next];
}
