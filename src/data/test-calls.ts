/** Calls in the browser with the draft, over the Edge Function `api`. */
import {
  type TestCallAnswer,
  type TestCallRequest,
  type TestCallState,
  type TestLineAnswer,
  testCallAnswer,
  testCallState,
  testLineAnswer,
} from '../publish/test-call-wire.ts';
import { type ApiResult, ask } from './ask.ts';

/** What there is to talk with, and for how long. */
export function getTestLine(workspaceId: string): ApiResult<TestLineAnswer> {
  return ask('GET', `/test-calls?workspaceId=${encodeURIComponent(workspaceId)}`, testLineAnswer);
}

/** Makes a call with the saved draft; it waits for the browser for some seconds only. */
export function startTestCall(request: TestCallRequest): ApiResult<TestCallAnswer> {
  return ask('POST', '/test-calls', testCallAnswer, request);
}

/** The browser has left. May be told again: the state says whether its length and cost are known by then. */
export function endTestCall(id: string): ApiResult<TestCallState> {
  return ask('POST', `/test-calls/${encodeURIComponent(id)}/end`, testCallState, {});
}
