/** What a browser is told when Vapi did not do what was asked. */
import type { VapiFailure } from '../../../src/vapi/contract/api.ts';
import { refuse } from './http.ts';

export function refuseAsVapi(failure: VapiFailure): Response {
  switch (failure.kind) {
    case 'refused':
      return refuse('vapi-refused', {
        status: failure.status,
        message: failure.messages.join('; ').slice(0, 300),
      });
    case 'limited':
      return refuse('vapi-limited', { seconds: failure.retryAfterSeconds ?? 60 });
    case 'unknown':
      return refuse('vapi-unreachable');
  }
}
