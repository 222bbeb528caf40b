/** Secrets of one local installation: made once at random, kept in its data folder, never in the code. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** Not a secret: it names the project to the Auth and REST services and is meant to be in every browser. */
export const PUBLISHABLE_KEY = 'sb_publishable_local_development';

const localSecrets = z.strictObject({
  /** Signs the users' access tokens (HS256). */
  jwtSecret: z.string().min(32),
  /** The service role's key. */
  secretKey: z.string().startsWith('sb_secret_'),
  /** What Edge Functions show to the Vapi sandbox. */
  vapiApiKey: z.string().min(16),
  webhookSecret: z.string().min(16),
  webhookCredentialId: z.uuid(),
  cronSecret: z.string().min(16),
  /** Seals what only the Edge Functions may read; `id:base64`, newest first. */
  encryptionKeys: z.string().min(16),
});
export type LocalSecrets = z.infer<typeof localSecrets>;

export function makeSecrets(): LocalSecrets {
  const random = () => randomBytes(32).toString('hex');
  return {
    jwtSecret: random(),
    secretKey: `sb_secret_${random()}`,
    vapiApiKey: random(),
    webhookSecret: random(),
    webhookCredentialId: randomUUID(),
    cronSecret: random(),
    encryptionKeys: `local:${randomBytes(32).toString('base64')}`,
  };
}

/**
 * Reads them from the data folder. A missing or damaged file is made anew: everybody is signed out, and stored secrets no
 * longer open. What an older file does not have is added to it.
 */
export function readSecrets(dataFolder: string): LocalSecrets {
  const file = join(dataFolder, 'secrets.json');
  const kept = readKept(file);
  const whole = localSecrets.safeParse(kept);
  if (whole.success) return whole.data;
  const fresh = makeSecrets();
  const completed = localSecrets.safeParse({ ...fresh, ...kept });
  const secrets = completed.success ? completed.data : fresh;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

function readKept(file: string): object | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof kept === 'object' ? kept : null;
  } catch {
    return null;
  }
}
