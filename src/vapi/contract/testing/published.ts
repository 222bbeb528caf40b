/**
 * Vapi's published description as a judge, for tests. The description and the adapter beside it are not part of this
 * project: the environment variable VAPI_OPENAPI names the file `openapi.json`.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

const path = process.env.VAPI_OPENAPI;

/** Where the description and what lies beside it are; empty where they are not at hand. */
export const publishedFolder: string = path === undefined || !existsSync(path) ? '' : dirname(path);
const adapter = join(publishedFolder, 'openapi-to-ajv.mjs');

/** Whether the description is at hand. */
export const isPublishedHere: boolean = publishedFolder !== '' && existsSync(adapter);

export type Schema = Record<string, unknown>;

/** What is read of an OpenAPI document. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Record<string, Schema> };
}
export interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

interface Adapter {
  loadSpec(path: string): Description;
  adapt(spec: Description, options: object): { bundle: { definitions: Record<string, unknown> } };
}

const PRUNED = ['credentials', 'workflow', 'workflowOverrides'];
const JUDGE = { allErrors: true, strict: false, discriminator: true, validateFormats: false };

async function loadAdapter(): Promise<Adapter> {
  // By Node itself: tests on screen resolve an import as a browser would.
  return createRequire(import.meta.url)(adapter) as Adapter;
}

/** A strict validator of one schema (`CreateSquadDTO`, say): unknown properties are refused, as the real API does. */
export async function publishedValidator(root: string): Promise<ValidateFunction> {
  const { loadSpec, adapt } = await loadAdapter();
  const { bundle } = adapt(loadSpec(path!), { roots: [root], prune: PRUNED });
  const ajv = new Ajv(JUDGE);
  return ajv.compile({ ...bundle, $ref: `#/definitions/${root}` });
}

/** The description as it was published. */
export async function publishedDescription(): Promise<Description> {
  return (await loadAdapter()).loadSpec(path!);
}

/** Strict validators of the named schemas, each compiled when it is first asked for. */
export async function validatorsOf(
  description: Description,
  names: readonly string[],
): Promise<(name: string) => ValidateFunction> {
  const { adapt } = await loadAdapter();
  const ajv = new Ajv(JUDGE);
  const { bundle } = adapt(description, { roots: names, prune: PRUNED });
  ajv.addSchema({ ...bundle, $id: 'published' });
  return (name) => ajv.getSchema(`published#/definitions/${name}`)!;
}

/** Said once by each test file that would have asked. */
export function noteAbsence(what: string): void {
  if (!isPublishedHere)
    process.stdout.write(`VAPI_OPENAPI is not set: ${what} not checked against the published OpenAPI.\n`);
}
