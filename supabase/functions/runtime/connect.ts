/** The endpoint of requests with a secret: the drawn request is made from the published step, and what it keeps of the answer goes back. */
import { mayBeValue } from '../../../src/flow/compile/information-schema.ts';
import type { InformationId } from '../../../src/flow/document.ts';
import { keptOf } from '../../../src/kinds/connect/answer.ts';
import { connect } from '../../../src/kinds/connect/kind.ts';
import { RELAY, RELAY_SECONDS } from '../../../src/kinds/connect/lower.ts';
import { receivedValues } from '../../../src/kinds/connect/request.ts';
import { type ConnectData, keptInformation } from '../../../src/kinds/connect/settings.ts';
import type { Deps } from '../_shared/deps.ts';
import { askDrawn, wasUnsent } from '../_shared/drawn-request.ts';
import { type Asked, type Done, defineEndpoint, type Endpoint } from './endpoint.ts';

export const connectEndpoint: readonly [string, Endpoint] = [
  RELAY,
  defineEndpoint<ConnectData>({
    kind: connect,
    patience: (data) => (data.timeoutSeconds + RELAY_SECONDS) * 1000,
    prepare: (asked) => {
      const { document, node, body } = asked;
      const values = receivedValues(node.data, body);
      const fits = Object.entries(values).every(([id, value]) =>
        mayBeValue(document, id as InformationId, value),
      );
      if (!fits) return null;
      return {
        ...(node.data.method === 'GET' ? {} : { once: { values } }),
        run: (deps, milliseconds) => relay(deps, asked, values, milliseconds),
      };
    },
  }),
];

async function relay(
  deps: Deps,
  { workspace, node: { data } }: Asked<ConnectData>,
  values: Readonly<Record<string, string>>,
  left: number,
): Promise<Done> {
  const answer = await askDrawn(deps, workspace, data, values, Math.min(left, data.timeoutSeconds * 1000));
  if (!answer.ok)
    return {
      type: 'failed',
      code: answer.failure.code,
      ...(wasUnsent(answer.failure) ? { unsent: true as const } : {}),
    };
  const { status, json } = answer.value;
  if (status >= 400) return { type: 'failed', code: `status-${status}` };
  // Whoever goes on as if it had worked would speak of information that is not there.
  if (json === undefined && keptInformation(data).length > 0) return { type: 'failed', code: 'no-json' };
  return { type: 'done', answer: json === undefined ? {} : keptOf(data, json) };
}
