/**
 * “Connect a tool” as a Vapi tool (vapi-facts §3.3): values of the conversation are a schema that the model fills, fixed ones
 * are parameters that it never sees, parts of the answer become variables by aliases. A request that needs a secret goes to our
 * relay, which knows the step and the secret; without a relay the step takes its failure exit. Pure.
 */
import { informationSchema } from '../../flow/compile/information-schema.ts';
import type { CallLanguage, FlowDocument, FlowNode, InformationId } from '../../flow/document.ts';
import type { Fragment, LowerContext, Runtime } from '../../flow/kind.ts';
import { plainText } from '../../flow/text.ts';
import type { ApiRequestTool, JsonSchema, ToolMessage } from '../../vapi/contract/tool.ts';
import { ANY_RESULT } from '../../vapi/script/script.ts';
import { runtimeRequest } from '../runtime-request.ts';
import { addressFault, chipsOf, hostOf, replaceChips } from './address.ts';
import { headerText, isHeaderName } from './request.ts';
import { isReference, secretName } from './secret.ts';
import { answerPath, type ConnectData, sentFields, usedInformation } from './settings.ts';

/** The endpoint of our relay. */
export const RELAY = 'connect';
/** What passing on may take besides the request itself. Seconds. */
export const RELAY_SECONDS = 2;

const SPEECH = {
  en: {
    description: (label: string) => `Asks another system: ${label}. Call it once, when the steps say so.`,
    unnamed: 'a request',
    later: 'One more moment, please.',
  },
  fr: {
    description: (label: string) =>
      `Interroge un autre système : ${label}. À appeler une seule fois, quand le déroulé le dit.`,
    unnamed: 'une demande',
    later: 'Encore un petit instant.',
  },
} as const satisfies Readonly<Record<CallLanguage, unknown>>;
/** Silence on the line longer than this is explained. Milliseconds. */
const LATER = 4000;
const LONGEST_MESSAGE = 1000;

type Request = Omit<ApiRequestTool, 'type' | 'name' | 'description' | 'messages'>;

export function lowerConnect(node: FlowNode<ConnectData>, context: LowerContext): Fragment {
  const { data } = node;
  const { document, language, toolName, text, runtime } = context;
  const isRelayed = data.headers.some((header) => isReference(header.value));
  if (addressFault(data.url) !== null || (isRelayed && !runtime) || hasBrokenReference(data))
    return { instruction: { do: 'go', to: 'problem' }, tools: [] };
  const speech = SPEECH[language];
  const name = toolName('connect');
  const uses = usedInformation(data).filter((id) => Object.hasOwn(document.information, id));
  const label = plainText(data.label).replaceAll(/\s+/gu, ' ').trim();
  const say = text(data.say);
  const description = speech.description(label === '' ? speech.unnamed : label);
  // No `request-failed`: with one the model would not be asked to go on (OpenAPI, ToolMessageFailed).
  const messages: ToolMessage[] = [
    // Chips may make it longer than a message may be; cut, it would be broken Liquid.
    { type: 'request-start', content: say.length > LONGEST_MESSAGE ? '' : say },
    { type: 'request-response-delayed', content: speech.later, timingMilliseconds: LATER },
  ];
  const keeps = keptOf(data, document);
  const aliases = keeps.map(({ key, path }) => ({ key, value: `{{$.${path}}}` }));
  const request =
    isRelayed && runtime
      ? relayed(node, { runtime, document, name, uses, description, messages })
      : direct(data, document, text);
  const { variableExtractionPlan: _, ...rest } = request;
  const tool: ApiRequestTool = {
    ...rest,
    type: 'apiRequest',
    name,
    description,
    timeoutSeconds: data.timeoutSeconds + (isRelayed ? RELAY_SECONDS : 0),
    ...(aliases.length > 0 ? { variableExtractionPlan: { aliases } } : {}),
    messages,
  };
  return {
    instruction: {
      do: 'compute',
      tool: name,
      uses,
      outcomes: [{ outcome: ANY_RESULT, to: 'worked' }],
      ...(keeps.length > 0 ? { keeps } : {}),
      failed: 'problem',
    },
    tools: [tool],
    // Asked by us or by Vapi: either way it is this host that hears of the call.
    effects: [{ kind: 'asks', to: { type: 'address', value: hostOf(data.url) }, sends: uses }],
  };
}

/** A reference without a proper name would be sent as it stands. */
function hasBrokenReference(data: ConnectData): boolean {
  return data.headers.some(({ value }) => isReference(value) && secretName(value) === null);
}

function direct(data: ConnectData, document: FlowDocument, text: LowerContext['text']): Request {
  const fields = sentFields(data);
  const asked = new Map<string, InformationId>();
  for (const field of fields)
    if (Object.hasOwn(document.information, field.information))
      asked.set(field.name, field.information as InformationId);
  const parameters = fields
    .filter((field) => field.information === '')
    .map((field) => ({ key: field.name, value: text(field.value) }));
  const fixed = new Set(parameters.map(({ key }) => key));
  const keys = new Map<InformationId, string>();
  for (const id of chipsOf(data.url)) {
    if (!Object.hasOwn(document.information, id)) continue;
    const isTaken = fixed.has(id) || (asked.has(id) && asked.get(id) !== id);
    const key = isTaken ? `url_${id}` : id;
    asked.set(key, id);
    keys.set(id, key);
  }
  const headers = data.headers
    .filter((header) => isHeaderName(header.name))
    .map((header): [string, JsonSchema] => [
      header.name,
      { type: 'string', value: plainText(headerText(header.value)) },
    ]);
  return {
    method: data.method,
    url: replaceChips(data.url, (id) => {
      const key = keys.get(id);
      return key === undefined ? '' : `{{ ${key} | default: "" | url_encode }}`;
    }),
    ...(asked.size > 0 ? { body: schemaOf(asked, document) } : {}),
    ...(headers.length > 0 ? { headers: { type: 'object', properties: Object.fromEntries(headers) } } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
  };
}

interface Passing {
  readonly runtime: Runtime;
  readonly document: FlowDocument;
  readonly name: string;
  readonly uses: readonly InformationId[];
  readonly description: string;
  readonly messages: readonly ToolMessage[];
}

/** The relay reads address, fields and headers from the step itself: none of them leaves our house. */
function relayed({ id }: FlowNode<ConnectData>, { uses, ...passing }: Passing): Request {
  return runtimeRequest({
    ...passing,
    node: id,
    endpoint: RELAY,
    information: uses.map((one) => ({ id: one, required: true })),
    constants: () => [],
  }).tool;
}

function schemaOf(asked: ReadonlyMap<string, InformationId>, document: FlowDocument): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries([...asked].map(([key, id]) => [key, informationSchema(document, id)])),
    required: [...asked.keys()],
  };
}

/** Which part of the answer is which information. */
function keptOf(data: ConnectData, document: FlowDocument) {
  return data.answers.flatMap(({ path, information }) => {
    const plain = answerPath(path);
    return plain !== null && Object.hasOwn(document.information, information)
      ? [{ key: information, path: plain }]
      : [];
  });
}
