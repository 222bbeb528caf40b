/**
 * What a flow is compiled with so that its tools reach the Edge Function `runtime` during a call: constants that the model
 * neither sees nor fills, by which the function finds the step again. Knows no kind.
 */
import type { NodeId } from '../../../src/flow/document.ts';
import type { Runtime } from '../../../src/flow/kind.ts';

export interface RuntimeAddress {
  /** Address of an endpoint. */
  url(endpoint: string): string;
  /** At Vapi: signs what is sent there. */
  readonly credentialId: string;
}

/** In place of a version: the flow as it is saved now, which is what a rehearsal plays. */
export const DRAFT = 'draft';

/**
 * `versionOf`: of each step (`step-part.ts`), or `DRAFT`. Equal documents compile to equal bytes, so it can be no number of a
 * deployment.
 */
export function runtimeFor(
  address: RuntimeAddress | null,
  flow: string,
  versionOf: (node: NodeId) => string,
): { readonly runtime?: Runtime } {
  if (!address) return {};
  return {
    runtime: {
      url: address.url,
      credentialId: address.credentialId,
      parameters: (node) => [
        { key: 'flow', value: flow },
        { key: 'version', value: versionOf(node) },
        { key: 'call', value: '{{ call.id | default: "" }}' },
        { key: 'caller', value: '{{ customer.number | default: "" }}' },
      ],
    },
  };
}
