/** A workspace's own account at Vapi, over the Edge Function `api`. A key goes in and never comes out. */
import type { z } from 'zod';
import {
  type ConnectionAnswer,
  connectedAnswer,
  connectionAnswer,
  type connectionRequest,
  type signatureRequest,
} from '../publish/connection-wire.ts';
import { doneAnswer } from '../publish/wire.ts';
import { type ApiResult, ask } from './ask.ts';

export function getConnection(workspaceId: string): ApiResult<ConnectionAnswer> {
  return ask('GET', `/connection?workspaceId=${encodeURIComponent(workspaceId)}`, connectionAnswer);
}

/** Tried at Vapi first, and kept only if that worked. */
export function setConnection(connection: z.input<typeof connectionRequest>): ApiResult<{ isSame: boolean }> {
  return ask('POST', '/connection', connectedAnswer, connection);
}

/** Beside the present one, which is accepted until nothing uses it. */
export function setSignature(signature: z.input<typeof signatureRequest>): ApiResult<object> {
  return ask('POST', '/connection/signature', doneAnswer, signature);
}

/** The former secret is accepted no longer. */
export function retireSignature(workspaceId: string): ApiResult<object> {
  return ask('POST', '/connection/signature/retire', doneAnswer, { workspaceId });
}

export function testConnection(workspaceId: string): ApiResult<object> {
  return ask('POST', '/connection/test', doneAnswer, { workspaceId });
}

export function removeConnection(workspaceId: string): ApiResult<object> {
  return ask('POST', '/connection/remove', doneAnswer, { workspaceId });
}
