/**
 * Vapi's published description as the referee of a `Request → Response`: whatever is taken and whatever is answered has
 * the published shape. What it finds fails the test at its end, with route, place and reason. Where the description is
 * not at hand it lets everything pass.
 */
import type { ErrorObject, ValidateFunction } from 'ajv';
import { afterEach, expect } from 'vitest';
import { withHidden } from './hidden.ts';
import {
  type Description,
  isPublishedHere,
  type Operation,
  publishedDescription,
  type Schema,
  validatorsOf,
} from './published.ts';

type Answer<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>;

/** Routes that are used and documented, but not published. */
const UNPUBLISHED: Description['paths'] = {
  '/call/web': {
    post: {
      requestBody: {
        content: { 'application/json': { schema: { $ref: '#/components/schemas/CreateWebCallDTO' } } },
      },
      responses: {
        201: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Call' } } } },
      },
    },
  },
  '/credential': {
    get: { responses: {} },
    post: {
      requestBody: {
        content: {
          'application/json': {
            schema: {
              anyOf: [
                { $ref: '#/components/schemas/CreateByoSipTrunkCredentialDTO' },
                { $ref: '#/components/schemas/CreateVonageCredentialDTO' },
                {
                  type: 'object',
                  properties: {
                    provider: { type: 'string', enum: ['telnyx'] },
                    apiKey: { type: 'string' },
                    name: { type: 'string', minLength: 1, maxLength: 40 },
                  },
                  required: ['provider', 'apiKey'],
                },
              ],
            },
          },
        },
      },
      responses: {},
    },
  },
  '/credential/{id}': { delete: { responses: {} } },
};

/** The body of an error (vapi-facts §10); the two of a pinned resource are published. */
const REFUSAL: Schema = {
  type: 'object',
  properties: {
    message: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }] },
    error: { type: 'string' },
    statusCode: { type: 'number' },
  },
  required: ['message', 'error', 'statusCode'],
};

/** A delete that something still needs; published for assistants and tools. */
const PINNED: Schema = {
  type: 'object',
  properties: { error: { type: 'string', pattern: '^\\w+_pinned$' }, message: { type: 'string' } },
  required: ['error', 'message'],
};

interface Exchange {
  readonly asked: Request;
  readonly answered: Response;
  /** Whether the request is judged, too. */
  readonly isAskedJudged: boolean;
}

/** Judged when the test is over: reading the description takes seconds, in which connections and deadlines would pass. */
const seen: Exchange[] = [];

/** What is wrong with everything seen since this was last asked; a test that leaves something fails. */
export async function takeFindings(): Promise<string[]> {
  const found: string[] = [];
  for (const { asked, answered, isAskedJudged } of seen.splice(0)) {
    const judge = await judgement();
    if (isAskedJudged) found.push(...(await judge.request(asked)));
    found.push(...(await judge.response(asked, answered)));
  }
  return found;
}

if (isPublishedHere)
  afterEach(async () => {
    expect(await takeFindings(), 'against the published OpenAPI').toEqual([]);
  });

/** The same as it was given, watched. `always`: what is refused is judged, too, as it is our own product that asks. */
export function refereed<Rest extends unknown[]>(
  answer: Answer<Rest>,
  { always = false }: { readonly always?: boolean } = {},
): Answer<Rest> {
  if (!isPublishedHere) return answer;
  return async (request, ...rest) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/' || pathname.startsWith('/sandbox')) return answer(request, ...rest);
    const asked = request.clone();
    const response = await answer(request, ...rest);
    // An answer that the sandbox was told to spoil is not judged.
    if (!response.headers.has('x-allokoli-fault'))
      seen.push({ asked, answered: response.clone(), isAskedJudged: response.ok || always });
    return response;
  };
}

interface Judgement {
  request(request: Request): Promise<string[]>;
  response(request: Request, response: Response): Promise<string[]>;
}

let loading: Promise<Judgement> | null = null;

/** One for a test file: reading the description takes a second or two. */
function judgement(): Promise<Judgement> {
  loading ??= loadJudgement();
  return loading;
}

async function loadJudgement(): Promise<Judgement> {
  const description = withHidden(await publishedDescription());
  const routes = routesOf({ ...description.paths, ...UNPUBLISHED });
  const { schemas } = description.components;
  Object.assign(schemas, { Refusal: REFUSAL, RefusalOfPinned: PINNED });
  for (const route of routes) {
    const { requestBody, responses = {} } = route.operation;
    const body = requestBody?.content['application/json']?.schema;
    if (body) schemas[requestName(route)] = body;
    for (const [status, { content }] of Object.entries(responses)) {
      const schema = content?.['application/json']?.schema;
      // Some statuses promise no more than an object.
      if (schema && schema.type !== 'object') schemas[responseName(route, status)] = schema;
    }
  }
  const named = Object.keys(schemas).filter((name) => /^(Request|Response|Refusal)/.test(name));
  const validator = await validatorsOf(description, named);
  const judged = (name: string, value: unknown, where: string) => {
    const validate = validator(name);
    return validate(value) ? [] : complaints(validate, value).map((one) => `${where}: ${one}`);
  };
  return {
    request: async (request) => {
      const route = routeOf(routes, request);
      const where = `${request.method} ${new URL(request.url).pathname} (request)`;
      if (!route) return [`${where}: no such route is published`];
      const strange = strangeParameters(route, new URL(request.url)).map((one) => `${where}: ${one}`);
      const body = await readJson(request);
      // What is deleted may name more in a body, and need not.
      const isBare = request.method === 'DELETE' && body === '';
      if (isBare || !(requestName(route) in schemas)) return strange;
      return [...strange, ...judged(requestName(route), body, where)];
    },
    response: async (request, response) => {
      const route = routeOf(routes, request);
      const where = `${request.method} ${new URL(request.url).pathname} → ${response.status}`;
      const name = route && schemaOfAnswer(route, response.status, schemas);
      if (!name) return [];
      if (response.headers.get('content-type')?.startsWith('text/event-stream'))
        return eventsOf(await response.text()).flatMap((event) => judged(name, event, where));
      return judged(name, await readJson(response), where);
    },
  };
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly pattern: RegExp;
  readonly operation: Operation;
}

/** Those with fewer placeholders first: `/eval/run` is not an eval called "run". */
function routesOf(paths: Description['paths']): Route[] {
  const holes = ({ path }: Route) => path.split('{').length;
  return Object.entries(paths)
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
        operation,
      })),
    )
    .sort((a, b) => holes(a) - holes(b));
}

function routeOf(routes: readonly Route[], request: Request): Route | undefined {
  const { pathname } = new URL(request.url);
  return routes.find(({ method, pattern }) => method === request.method && pattern.test(pathname));
}

const nameOf = (kind: string, { method, path }: Route) => `${kind}${method}${path.replaceAll(/\W+/g, '_')}`;
const requestName = (route: Route) => nameOf('Request', route);
const responseName = (route: Route, status: string) => `${nameOf('Response', route)}_${status}`;

/** Null where nothing is said of the body. Successes that say nothing of theirs are read as the other success of the route. */
function schemaOfAnswer(route: Route, status: number, schemas: Record<string, Schema>): string | null {
  const own = responseName(route, String(status));
  if (own in schemas) return own;
  if (status >= 400) return status === 409 ? 'RefusalOfPinned' : 'Refusal';
  return ['200', '201'].map((other) => responseName(route, other)).find((name) => name in schemas) ?? null;
}

function strangeParameters({ operation }: Route, { searchParams }: URL): string[] {
  const known = new Set((operation.parameters ?? []).map(({ name }) => name));
  return [...searchParams.keys()].filter((key) => !known.has(key)).map((key) => `?${key} is not published`);
}

async function readJson(message: Request | Response): Promise<unknown> {
  const text = await message.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function eventsOf(stream: string): unknown[] {
  return [...stream.matchAll(/^data: (.+)$/gm)]
    .map(([, data]) => data!)
    .filter((data) => data !== '[DONE]')
    .map((data) => JSON.parse(data) as unknown);
}

/** The deepest complaints: those of the branch of a union that fits best. */
function complaints({ errors }: ValidateFunction, value: unknown): string[] {
  const all = (errors ?? []).filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'oneOf');
  const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length;
  const deepest = Math.max(...all.map(depth));
  const told = all.filter((one) => depth(one) === deepest).map((one) => complaint(one, value));
  return [...new Set(told)].slice(0, 6);
}

function complaint({ instancePath, message, params }: ErrorObject, value: unknown): string {
  const keys = instancePath.split('/').slice(1);
  const there = keys.reduce<unknown>((inside, key) => (inside as Schema | undefined)?.[key], value);
  const more = params.additionalProperty ?? params.allowedValues ?? '';
  return `${instancePath || '/'} ${message} ${String(more)} in ${JSON.stringify(there)?.slice(0, 200)}`;
}
