import { describe, expect, it } from 'vitest';
import { headersFile, securityHeaders } from './security-headers.ts';

const policyOf = (supabase?: string) =>
  new Map(
    securityHeaders(supabase)
      ['Content-Security-Policy']!.split('; ')
      .map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources];
      }),
  );

describe('the content policy', () => {
  it('runs no script and no style that stands in the page or is made from text', () => {
    const policy = policyOf();
    expect(policy.get('default-src')).toEqual(["'none'"]);
    for (const name of ['script-src', 'style-src'])
      for (const source of policy.get(name)!)
        expect(["'unsafe-inline'", "'unsafe-eval'", '*', 'https:', 'data:', 'blob:']).not.toContain(source);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
  });

  it('reaches the project by requests and by sockets, and not its neighbours', () => {
    const sources = policyOf('https://abc.supabase.co/').get('connect-src')!;
    expect(sources).toContain('https://abc.supabase.co');
    expect(sources).toContain('wss://abc.supabase.co');
    expect(sources.join()).not.toContain('*.supabase.co');
  });
});

it('the file for static hosts has every header, each on a line of its own', () => {
  const headers = securityHeaders(undefined);
  const lines = headersFile(headers).split('\n');
  for (const [name, value] of Object.entries(headers)) expect(lines).toContain(`  ${name}: ${value}`);
});
