/** The routes of the Edge Function `api`, typed. Every failure is a value with a code of `wire.ts`, or `offline`. */
import * as z from 'zod';
import type { TriedRequest } from '../kinds/tried-request.ts';
import type { Json } from '../lib/json.ts';
import {
  type DeploymentAnswer,
  deploymentAnswer,
  doneAnswer,
  type ErasedAnswer,
  erasedAnswer,
  type FileAnswer,
  type FileUsesAnswer,
  fileAnswer,
  fileUsesAnswer,
  type NumberAnswer,
  numberAnswer,
  type PersonAnswer,
  type PersonExport,
  type PlanAnswer,
  personAnswer,
  personExport,
  planAnswer,
  type publishRequest,
  type RehearsalAnswer,
  type RehearsalRequest,
  rehearsalAnswer,
  removedAnswer,
  type SecretAnswer,
  secretAnswer,
  type secretRequest,
  tryAnswer,
} from '../publish/wire.ts';
import { type ApiResult, ask } from './ask.ts';

/** One turn with the compiled draft. */
export function rehearse(request: RehearsalRequest, signal?: AbortSignal): ApiResult<RehearsalAnswer> {
  return ask('POST', '/rehearsals', rehearsalAnswer, request, signal);
}

/** The workspace's numbers, those that are being set up asked after first. */
export function refreshNumbers(workspaceId: string): ApiResult<NumberAnswer[]> {
  return ask('GET', `/numbers?workspaceId=${encodeURIComponent(workspaceId)}`, z.array(numberAnswer));
}

/** A test number for the workspace. */
export function getTestNumber(workspaceId: string): ApiResult<NumberAnswer> {
  return ask('POST', '/numbers/test', numberAnswer, { workspaceId });
}

/** The workspace's documents, those that are on their way asked after first. */
export function refreshFiles(workspaceId: string): ApiResult<FileAnswer[]> {
  return ask('GET', `/files?workspaceId=${encodeURIComponent(workspaceId)}`, z.array(fileAnswer));
}

/** The flows that name a document, and those that answer calls from it. */
export function getFileUses(fileId: string): ApiResult<FileUsesAnswer> {
  return ask('GET', `/files/${encodeURIComponent(fileId)}/uses`, fileUsesAnswer);
}

export function deleteFile(fileId: string): ApiResult<z.infer<typeof removedAnswer>> {
  return ask('DELETE', `/files/${encodeURIComponent(fileId)}`, removedAnswer);
}

/** What publishing would do; changes nothing. */
export function planPublication(flowId: string, numberId: string): ApiResult<PlanAnswer> {
  return ask('POST', '/publications/plan', planAnswer, { flowId, numberId });
}

/** Starts a publication of the saved revision. Go on with `advancePublication` until it is live or failed. */
export function publish(request: z.infer<typeof publishRequest>): ApiResult<DeploymentAnswer> {
  return ask('POST', '/publications', deploymentAnswer, request);
}

/** Works on a publication for a while. */
export function advancePublication(deploymentId: string): ApiResult<DeploymentAnswer> {
  return ask('POST', `/publications/${encodeURIComponent(deploymentId)}/advance`, deploymentAnswer);
}

export function getPublication(deploymentId: string): ApiResult<DeploymentAnswer> {
  return ask('GET', `/publications/${encodeURIComponent(deploymentId)}`, deploymentAnswer);
}

/** The names of the workspace's secrets; a value is never given back. */
export function listSecrets(workspaceId: string): ApiResult<SecretAnswer[]> {
  return ask('GET', `/secrets?workspaceId=${encodeURIComponent(workspaceId)}`, z.array(secretAnswer));
}

/** Makes or replaces a secret. */
export function setSecret(secret: z.infer<typeof secretRequest>): ApiResult<object> {
  return ask('POST', '/secrets', doneAnswer, secret);
}

export function removeSecret(workspaceId: string, name: string): ApiResult<object> {
  return ask('POST', '/secrets/remove', doneAnswer, { workspaceId, name });
}

/** Makes the request of a step now. The server judges whether it is one. */
export function tryDrawnRequest(
  workspaceId: string,
  step: Json,
  values: Readonly<Record<string, string>>,
): ApiResult<TriedRequest> {
  return ask('POST', '/requests/try', tryAnswer, { workspaceId, step, values });
}

/** What is kept of a person who calls. Owners only. */
export function findPerson(workspaceId: string, number: string): ApiResult<PersonAnswer> {
  return ask('POST', '/person/find', personAnswer, { workspaceId, number });
}

export function exportPerson(workspaceId: string, number: string): ApiResult<PersonExport> {
  return ask('POST', '/person/export', personExport, { workspaceId, number });
}

/** Cannot be undone. */
export function erasePerson(workspaceId: string, number: string): ApiResult<ErasedAnswer> {
  return ask('POST', '/person/erase', erasedAnswer, { workspaceId, number });
}
