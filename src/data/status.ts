/** What the stack behind the app can do. */
import { flag, oneOf, recordOf, type Shape } from '../lib/shape.ts';
import type { StatusAnswer } from '../publish/wire.ts';
import { type ApiResult, ask } from './ask.ts';

const carrier = oneOf(['provider', 'caught', 'none']);
const statusAnswer: Shape<StatusAnswer> = recordOf({
  sandbox: flag,
  vapi: flag,
  runtime: flag,
  messages: recordOf({ sms: carrier, email: carrier }),
});

export function getStatus(): ApiResult<StatusAnswer> {
  return ask('GET', '/status', statusAnswer);
}
