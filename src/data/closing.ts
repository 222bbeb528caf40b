/** The end of a workspace, and of one's own account, over the Edge Function `api`. Neither can be undone. */
import { doneAnswer } from '../publish/wire.ts';
import { type ApiResult, ask } from './ask.ts';

export function closeWorkspace(workspaceId: string, name: string): ApiResult<object> {
  return ask('POST', '/workspaces/close', doneAnswer, { workspaceId, name });
}

/** Workspaces of nobody else go with it. */
export function closeAccount(email: string): ApiResult<object> {
  return ask('POST', '/account/close', doneAnswer, { email });
}
