/**
 * Supabase Auth and REST on a Postgres database, in this process: a request goes in, an answer comes out. The whole
 * dependence on `@supabase/lite` is in this file and `lite-connection.ts`. Knows no server and no table of the product.
 */
import { App, type IAppConfig } from '@supabase/lite';
import postgres from 'postgres';
import { answersWithToken, completeToken } from './auth-tokens.ts';
import { readConfig } from './config.ts';
import { connectLite } from './lite-connection.ts';
import { type Mail, Mailbox } from './mailbox.ts';
import { bootstrap, migrate } from './migrations.ts';
import { type LocalSecrets, PUBLISHABLE_KEY } from './secrets.ts';

export interface StackOptions {
  /** Superuser's address of the database. */
  readonly databaseUrl: string;
  readonly secrets: Pick<LocalSecrets, 'jwtSecret' | 'secretKey'>;
  /** Where people open the app; mails lead there. */
  readonly siteUrl: string;
  /** Sets the database up and applies what is missing of this folder; without it the database must be ready. */
  readonly migrations?: string;
  /** Whether a new user must open a link in a mail first; otherwise as in `config.toml`. */
  readonly confirmEmail?: boolean;
}

export interface Stack {
  /** Answers requests below /auth/v1 and /rest/v1. */
  fetch(request: Request): Promise<Response>;
  /** Oldest first. */
  readonly mails: readonly Mail[];
  /** Puts one of the functions' own mails among them. */
  receiveMail(mail: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>;
  /** To be called after tables were made or changed. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

export async function createStack(options: StackOptions): Promise<Stack> {
  const connection = connectLite(options.databaseUrl);
  const mailbox = new Mailbox(options.siteUrl);
  const app = new App(settings(connection, mailbox, options));
  if (options.migrations !== undefined) await setUp(app, options.databaseUrl, options.migrations);
  await connection.clearSchemaCache();
  const issuer = `${options.siteUrl}/auth/v1`;
  const answer = async (request: Request): Promise<Response> => app.fetch(request);
  return {
    mails: mailbox.mails,
    receiveMail: (mail) => mailbox.send(mail),
    reload: () => connection.clearSchemaCache(),
    close: () => connection.close(),
    fetch: async (request) => {
      const url = new URL(request.url);
      if (!url.pathname.startsWith('/auth/v1/')) return answer(request);
      const response = await mailbox.withTarget(url.searchParams.get('redirect_to'), () => answer(request));
      if (!answersWithToken(url.pathname)) return response;
      return completeToken(url, response, issuer, options.secrets.jwtSecret);
    },
  };
}

function settings(
  connection: ReturnType<typeof connectLite>,
  mailbox: Mailbox,
  options: StackOptions,
): IAppConfig {
  const config = readConfig();
  return {
    connection,
    auth: {
      enabled: true,
      jwt_secret: options.secrets.jwtSecret,
      publishable_key: PUBLISHABLE_KEY,
      secret_key: options.secrets.secretKey,
      site_url: options.siteUrl,
      additional_redirect_urls: [`${options.siteUrl}/**`],
      minimum_password_length: config.minimumPasswordLength,
      email: { enable_confirmations: options.confirmEmail ?? config.confirmEmail, max_frequency: '0s' },
    },
    // Admin mode would let requests without any key act as the service role.
    options: { drivers: { email: mailbox }, server: { admin: false } },
  };
}

async function setUp(app: App<IAppConfig>, databaseUrl: string, migrations: string): Promise<void> {
  await app.ensureSystemSchema();
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await bootstrap(sql);
    await migrate(sql, migrations);
  } finally {
    await sql.end();
  }
}
