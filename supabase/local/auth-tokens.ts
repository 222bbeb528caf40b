/**
 * Access tokens as hosted Supabase Auth writes them. Lite's lack `iss`, `aal`, `amr`, the metadata and `is_anonymous`,
 * which policies and `auth.jwt()` may read; the answer to a sign-in is rewritten with a complete token.
 */
import { createHmac } from 'node:crypto';

const ROUTES = /^\/auth\/v1\/(signup|token|verify)$/;

export function answersWithToken(pathname: string): boolean {
  return ROUTES.test(pathname);
}

interface SessionBody {
  access_token?: string;
  user?: { app_metadata?: object; user_metadata?: object };
}

export async function completeToken(
  url: URL,
  response: Response,
  issuer: string,
  jwtSecret: string,
): Promise<Response> {
  if (!response.ok || !response.headers.get('content-type')?.includes('json')) return response;
  const body = (await response.json()) as SessionBody;
  if (typeof body.access_token === 'string') {
    const method = url.searchParams.get('grant_type') ?? 'password';
    body.access_token = signToken(withClaims(readClaims(body.access_token), body, method, issuer), jwtSecret);
  }
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(JSON.stringify(body), { status: response.status, headers });
}

function withClaims(claims: Record<string, unknown>, { user }: SessionBody, method: string, issuer: string) {
  return {
    iss: issuer,
    phone: '',
    aal: 'aal1',
    // A refreshed session keeps the way it was begun; here there is only one.
    amr: [{ method: method === 'refresh_token' ? 'password' : method, timestamp: claims.iat }],
    is_anonymous: false,
    app_metadata: user?.app_metadata ?? {},
    user_metadata: user?.user_metadata ?? {},
    ...claims,
  };
}

function readClaims(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<
    string,
    unknown
  >;
}

/** HS256. Exported for tests that need an outdated or foreign token. */
export function signToken(claims: object, jwtSecret: string): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', jwtSecret).update(signed).digest('base64url')}`;
}
