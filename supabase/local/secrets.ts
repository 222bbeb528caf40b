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
  };
}

/** Reads them from the data folder. A missing or damaged file is made anew: it only signs everybody out. */
export function readSecrets(dataFolder: string): LocalSecrets {
  const file = join(dataFolder, 'secrets.json');
  try {
    return localSecrets.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    const secrets = makeSecrets();
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return secrets;
  }
}
