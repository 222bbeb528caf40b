/** What other people's tools answer: whether it worked, what a caller is told of it, and what it says for later. Pure. */

const FAILURE =
  /^(No result returned|Request failed|Transfer failed|Tool call rejected|Tool not found|No member|No destination|The sandbox does not|Error\b)/;

export function hasFailed(result: string): boolean {
  const data = jsonIn(result);
  return FAILURE.test(result) || data?.error !== undefined || data?.success === false || data?.ok === false;
}

/** The sentence in a JSON answer, else its texts and numbers as a list; plain text as it is; nothing of what says nothing. */
export function spokenResult(result: string): string {
  const data = jsonIn(result);
  if (!data) return /^(Success\.?|ok|null|undefined|true|\[.*)$/i.test(result.trim()) ? '' : result.trim();
  const sentence = ['message', 'summary', 'answer', 'text']
    .map((key) => data[key])
    .find((one) => typeof one === 'string');
  if (typeof sentence === 'string') return sentence;
  return Object.entries(data)
    .filter(([key, value]) => /^(string|number)$/.test(typeof value) && !/id$/i.test(key))
    .slice(0, 4)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ');
}

/** Texts and numbers of a JSON answer, by name. */
export function dataIn(result: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(jsonIn(result) ?? {}).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [],
    ),
  );
}

function jsonIn(result: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(result);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
