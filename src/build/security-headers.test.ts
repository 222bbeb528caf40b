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

it('lets a web call in: its script, its signalling and the microphone, each from where it comes', () => {
  const policy = policyOf('https://abc.supabase.co');
  // `daily-js` 0.87 with `avoidEval`: the script that it puts into the page, and what it asks.
  expect(policy.get('script-src')).toContain('https://c.daily.co');
  expect(policy.get('connect-src')).toEqual(
    expect.arrayContaining(['https://*.daily.co', 'wss://*.daily.co']),
  );
  expect(policy.get('worker-src')).toEqual(["'self'", 'blob:']);
  expect(policy.has('frame-src')).toBe(false);
  expect(securityHeaders(undefined)['Permissions-Policy']).toMatch(/^microphone=\(self\), camera=\(\)/);
});

it('the file for static hosts has every header, each on a line of its own', () => {
  const headers = securityHeaders(undefined);
  const lines = headersFile(headers).split('\n');
  for (const [name, value] of Object.entries(headers)) expect(lines).toContain(`  ${name}: ${value}`);
});
