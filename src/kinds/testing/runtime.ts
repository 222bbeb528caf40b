/** An address for tools that act during a call, as tests have it. */
import type { Runtime } from '../../flow/kind.ts';

export const RUNTIME: Runtime = {
  url: (endpoint) => `http://127.0.0.1:8787/functions/v1/${endpoint}`,
  credentialId: '11111111-1111-4111-8111-111111111111',
  parameters: () => [
    { key: 'flow', value: 'f1' },
    { key: 'caller', value: '{{ customer.number | default: "" }}' },
  ],
};
