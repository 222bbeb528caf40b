/** Variables out of tool results (`variableExtractionPlan`, vapi-facts §3.3). Pure but for the renderer. */
import type { Render } from './liquid.ts';
import { isRecord, type JsonRecord, recordOf, recordsOf, textOf } from './record.ts';

/** The new variables: properties that the schema names, then aliases in order, each seeing those before it. */
export function extract(plan: unknown, result: unknown, variables: JsonRecord, render: Render): JsonRecord {
  const found: JsonRecord = {};
  const properties = recordOf(recordOf(recordOf(plan).schema).properties);
  if (isRecord(result))
    for (const key of Object.keys(properties)) if (key in result) found[key] = result[key];
  for (const alias of recordsOf(recordOf(plan).aliases)) {
    const template = textOf(alias.value).replaceAll(/\$(?=[.}\s|[])/g, RESULT);
    found[textOf(alias.key)] = render(template, { ...variables, ...found, [RESULT]: result });
  }
  return found;
}

/** `$` is no name in liquidjs. */
const RESULT = 'toolResult';

/** A result as data where it is JSON text, else the text itself. */
export function resultData(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
