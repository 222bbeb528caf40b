/** Browser links over the Edge Function `api`: what their workspace does with them. */
import * as z from 'zod';
import { type BrowserLink, browserLink, type LinkRequest, linkAnswer } from '../publish/browser-link-wire.ts';
import { type DeploymentAnswer, deploymentAnswer } from '../publish/wire.ts';
import { type ApiResult, ask } from './ask.ts';

/** One for each flow of the workspace. */
export function listBrowserLinks(workspaceId: string): ApiResult<BrowserLink[]> {
  return ask('GET', `/links?workspaceId=${encodeURIComponent(workspaceId)}`, z.array(browserLink));
}

export function changeBrowserLink(request: LinkRequest): ApiResult<z.infer<typeof linkAnswer>> {
  return ask('POST', '/links', linkAnswer, request);
}

/** Starts a publication of the saved revision on the link alone. */
export function publishOnLink(flowId: string, revision: number): ApiResult<DeploymentAnswer> {
  return ask('POST', '/links/publish', deploymentAnswer, { flowId, revision });
}
