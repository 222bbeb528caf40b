/** How overrides are laid over an assistant (vapi-facts §2.1). Pure; takes any JSON. */
import { isRecord, type JsonRecord, recordOf, recordsOf } from './record.ts';

export interface Merged {
  readonly assistant: JsonRecord;
  /** The variables that the layers bring; later layers win. */
  readonly variableValues: JsonRecord;
}

/**
 * Layers in order, later ones win: objects merge deeply, lists and values replace, `tools:append` adds to the tools,
 * null takes a value away.
 */
export function applyOverrides(assistant: JsonRecord, layers: readonly JsonRecord[]): Merged {
  let merged = assistant;
  const variableValues: JsonRecord = {};
  const appended: JsonRecord[] = [];
  for (const layer of layers) {
    const { 'tools:append': tools, variableValues: values, ...rest } = layer;
    merged = mergeDeeply(merged, rest);
    appended.push(...recordsOf(tools));
    Object.assign(variableValues, recordOf(values));
  }
  if (appended.length > 0) {
    const model = recordOf(merged.model);
    merged = { ...merged, model: { ...model, tools: [...recordsOf(model.tools), ...appended] } };
  }
  return { assistant: merged, variableValues };
}

/** Objects merge, lists and values replace, null takes away. */
export function mergeDeeply(below: JsonRecord, above: JsonRecord): JsonRecord {
  const merged: JsonRecord = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const old = merged[key];
    if (value === null) delete merged[key];
    else merged[key] = isRecord(old) && isRecord(value) ? mergeDeeply(old, value) : value;
  }
  return merged;
}
