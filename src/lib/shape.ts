/**
 * Reads JSON of a known shape. For the few answers that the first page waits for, where a schema library would be a tenth
 * of its code; richer shapes are zod's. Pure.
 */
export type Shape<Value> = {
  /** The value, or undefined when the JSON has another shape. Unknown keys are left out. */
  read(json: unknown): Value | undefined;
  safeParse(json: unknown): { success: true; data: Value } | { success: false; error: { message: string } };
};
export type ValueOf<Of> = Of extends Shape<infer Value> ? Value : never;

function shape<Value>(name: string, read: (json: unknown) => Value | undefined): Shape<Value> {
  return {
    read,
    safeParse(json) {
      const data = read(json);
      return data === undefined
        ? { success: false, error: { message: `Expected ${name}.` } }
        : { success: true, data };
    },
  };
}

export const text = shape('text', (json) => (typeof json === 'string' ? json : undefined));
export const flag = shape('true or false', (json) => (typeof json === 'boolean' ? json : undefined));
export const whole = shape('a whole number', (json) =>
  typeof json === 'number' && Number.isInteger(json) ? json : undefined,
);
export const textOrNull = shape('text or null', (json) =>
  json === null || typeof json === 'string' ? json : undefined,
);

export function oneOf<const Word extends string>(words: readonly Word[]): Shape<Word> {
  return shape(`one of ${words.join(', ')}`, (json) => words.find((word) => word === json));
}

export function listOf<Value>(item: Shape<Value>): Shape<Value[]> {
  return shape('a list', (json) => {
    if (!Array.isArray(json)) return undefined;
    const values = json.map((one: unknown) => item.read(one));
    return values.includes(undefined) ? undefined : (values as Value[]);
  });
}

/** `null` stands for anything that is there, unread. */
export function recordOf<Fields extends Readonly<Record<string, Shape<unknown> | null>>>(fields: Fields) {
  type Value = {
    readonly [Key in keyof Fields]: Fields[Key] extends Shape<infer Read> ? Read : unknown;
  };
  return shape('an object', (json): Value | undefined => {
    if (typeof json !== 'object' || json === null) return undefined;
    const value: Record<string, unknown> = {};
    for (const [key, field] of Object.entries(fields)) {
      const given = (json as Record<string, unknown>)[key];
      value[key] = field === null ? given : field.read(given);
      if (value[key] === undefined) return undefined;
    }
    return value as Value;
  });
}

export function mapped<From, To>(from: Shape<From>, map: (value: From) => To): Shape<To> {
  return shape('a record', (json) => {
    const value = from.read(json);
    return value === undefined ? undefined : map(value);
  });
}
