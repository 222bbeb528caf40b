/**
 * A tool that asks one of our own endpoints during a call: what the caller said is filled by the model, everything else is
 * constant and out of its hands (vapi-facts §3.3, §12.20). Pure; knows no kind.
 */
import { informationSchema } from '../flow/compile/information-schema.ts';
import type { FlowDocument, InformationId, NodeId } from '../flow/document.ts';
import type { Runtime } from '../flow/kind.ts';
import type { ApiRequestTool, JsonSchema, ToolMessage } from '../vapi/contract/tool.ts';

interface Constant {
  readonly key: string;
  readonly value: string | number;
}

export interface RuntimeRequest {
  readonly runtime: Runtime;
  readonly document: FlowDocument;
  readonly node: NodeId;
  readonly name: string;
  readonly endpoint: string;
  readonly description: string;
  /** Declared information whose values go with the request; what is not `required` may be left out by the model. */
  readonly information: readonly { readonly id: InformationId; readonly required: boolean }[];
  /** Constants of the step; `property` tells under which name an information is sent. */
  readonly constants: (property: (id: InformationId) => string) => readonly Constant[];
  /** Variables taken from the answer, besides the outcome (kept under the tool's own name). */
  readonly aliases?: readonly { readonly key: string; readonly value: string }[];
  readonly messages: readonly ToolMessage[];
}

/** Seconds after which the step takes its failure exit. */
export const PATIENCE = 10;

export interface BuiltRequest {
  readonly tool: ApiRequestTool;
  /** Names of the properties that the model fills, in order. */
  readonly properties: readonly string[];
}

export function runtimeRequest(request: RuntimeRequest): BuiltRequest {
  const { runtime, document } = request;
  const common: Constant[] = [
    ...runtime.parameters(request.node),
    { key: 'node', value: request.node },
    { key: 'language', value: document.language },
  ];
  const taken = new Set([...common, ...request.constants((id) => id)].map(({ key }) => key));
  // A constant would silently replace a value of the same name.
  const property = (id: InformationId) => {
    let key: string = id;
    while (taken.has(key)) key += '_';
    return key;
  };
  const properties: Record<string, JsonSchema> = {};
  for (const { id } of request.information) properties[property(id)] = informationSchema(document, id);
  const tool: ApiRequestTool = {
    type: 'apiRequest',
    name: request.name,
    description: request.description,
    method: 'POST',
    url: runtime.url(request.endpoint),
    timeoutSeconds: PATIENCE,
    ...(runtime.credentialId === undefined ? {} : { credentialId: runtime.credentialId }),
    body: {
      type: 'object',
      properties,
      required: request.information.filter(({ required }) => required).map(({ id }) => property(id)),
    },
    parameters: [...common, ...request.constants(property)],
    variableExtractionPlan: {
      aliases: [{ key: request.name, value: '{{$.outcome}}' }, ...(request.aliases ?? [])],
    },
    messages: [...request.messages],
  };
  return { tool, properties: Object.keys(properties) };
}
