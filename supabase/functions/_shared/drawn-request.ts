/** The request that a step draws, made now: secrets put in, the guard before it, and the answer read as data. Knows neither calls nor browsers. */

import { masked } from '../../../src/kinds/connect/answer.ts';
import { buildRequest, type RequestFault } from '../../../src/kinds/connect/request.ts';
import { secretName } from '../../../src/kinds/connect/secret.ts';
import type { ConnectData } from '../../../src/kinds/connect/settings.ts';
import type { Json } from '../../../src/lib/json.ts';
import { type Result, succeed } from '../../../src/lib/result.ts';
import type { Deps } from './deps.ts';
import { isUnsent, type OutboundFault } from './outbound.ts';
import { openSecrets } from './secrets.ts';

export interface DrawnAnswer {
  readonly status: number;
  /** Without the secrets; undefined when the answer is no JSON. */
  readonly json: Json | undefined;
  /** Whether anything was in it. */
  readonly isEmpty: boolean;
}

export type DrawnFault = RequestFault | OutboundFault;

/** Whether the other system has certainly not seen the request. */
export function wasUnsent(fault: DrawnFault): boolean {
  return fault.code === 'bad-address' || fault.code === 'missing-secret' || isUnsent(fault);
}

export async function askDrawn(
  deps: Deps,
  workspace: string,
  data: ConnectData,
  values: Readonly<Record<string, string>>,
  milliseconds: number,
): Promise<Result<DrawnAnswer, DrawnFault>> {
  const names = data.headers.flatMap(({ value }) => secretName(value) ?? []);
  const secrets = await openSecrets(deps, workspace, names);
  const request = buildRequest(data, values, (name) => secrets.get(name));
  if (!request.ok) return request;
  const answer = await deps.outbound({ ...request.value, milliseconds });
  if (!answer.ok) return answer;
  const { status, body } = answer.value;
  const json = parse(body);
  return succeed({
    status,
    json: json === undefined ? undefined : masked(json, [...secrets.values()]),
    isEmpty: body.trim() === '',
  });
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
