/**
 * Vapi's published description as a judge, for tests. The description and the adapter beside it are not part of this
 * project: the environment variable VAPI_OPENAPI names the file `openapi.json`.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';

const path = process.env.VAPI_OPENAPI;
const adapter = path === undefined ? '' : join(dirname(path), 'openapi-to-ajv.mjs');

/** Whether the description is at hand. */
export const isPublishedHere: boolean = path !== undefined && existsSync(path) && existsSync(adapter);

interface Adapter {
  loadSpec(path: string): unknown;
  adapt(spec: unknown, options: object): { bundle: { definitions: Record<string, unknown> } };
}

/** A strict validator of one schema (`CreateSquadDTO`, say): unknown properties are refused, as the real API does. */
export async function publishedValidator(root: string): Promise<ValidateFunction> {
  const { loadSpec, adapt } = (await import(/* @vite-ignore */ pathToFileURL(adapter).href)) as Adapter;
  const { bundle } = adapt(loadSpec(path!), {
    roots: [root],
    prune: ['credentials', 'workflow', 'workflowOverrides'],
  });
  const ajv = new Ajv({ allErrors: true, strict: false, discriminator: true, validateFormats: false });
  return ajv.compile({ ...bundle, $ref: `#/definitions/${root}` });
}

/** Said once by each test file that would have asked. */
export function noteAbsence(what: string): void {
  if (!isPublishedHere)
    process.stdout.write(`VAPI_OPENAPI is not set: ${what} not checked against the published OpenAPI.\n`);
}
