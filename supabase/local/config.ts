/** Reads `supabase/config.toml` as far as the local stack needs it. Knows tables, strings, numbers and booleans only. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../config.toml', import.meta.url));

type Value = string | number | boolean;

export interface ProjectConfig {
  readonly minimumPasswordLength: number;
  readonly confirmEmail: boolean;
  /** Whether the gateway lets a request through to the function only with a valid token. Supabase's default is yes. */
  verifyJwt(functionName: string): boolean;
}

export function readConfig(text = readFileSync(FILE, 'utf8')): ProjectConfig {
  const values = parse(text);
  return {
    minimumPasswordLength: Number(values.get('auth.minimum_password_length') ?? 6),
    confirmEmail: values.get('auth.email.enable_confirmations') === true,
    verifyJwt: (name) => values.get(`functions.${name}.verify_jwt`) !== false,
  };
}

function parse(text: string): Map<string, Value> {
  const values = new Map<string, Value>();
  let table = '';
  for (const line of text.split('\n')) {
    const header = /^\s*\[([\w.-]+)\]/.exec(line);
    if (header) table = `${header[1]}.`;
    const [, key, raw] = /^\s*([\w-]+)\s*=\s*("[^"]*"|true|false|-?\d+)/.exec(line) ?? [];
    if (key !== undefined && raw !== undefined) values.set(table + key, JSON.parse(raw) as Value);
  }
  return values;
}
