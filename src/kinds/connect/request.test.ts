/** Addresses that may be asked, texts that look like secrets, and the request that the relay makes. */
import { describe, expect, it } from 'vitest';
import { addressFault, replaceChips } from './address.ts';
import { buildRequest, receivedValues } from './request.ts';
import { hasSecretInQuery, isSecretField, looksSecret, secretName } from './secret.ts';
import { answerPath, type ConnectData } from './settings.ts';

describe('an address', () => {
  it.each([
    ['https://api.example.com/a?b=1', null],
    ['HTTPS://api.example.com', null],
    [' https://api.example.com:8443/{{who}} ', null],
    ['https://93.184.216.34/', null],
    ['https://[2606:2800:220:1:248:1893:25c8:1946]/', null],
    ['http://api.example.com', 'not-https'],
    ['api.example.com', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['https://user:word@api.example.com', 'login'],
    ['https://{{who}}.example.com', 'chip'],
    ['https://api.example.com{{who}}/', 'chip'],
    ['{{who}}', 'chip'],
    ['https://api.example.com\\@evil.example', 'malformed'],
    ['https://api example.com', 'malformed'],
    ['https://', 'malformed'],
    ['https://localhost/', 'private'],
    ['https://localhost./', 'private'],
    ['https://printer/', 'private'],
    ['https://nas.local/', 'private'],
    ['https://127.0.0.1/', 'private'],
    ['https://0x7f.1/', 'private'],
    ['https://2130706433/', 'private'],
    ['https://10.1.2.3/', 'private'],
    ['https://172.20.0.1/', 'private'],
    ['https://192.168.1.1/', 'private'],
    ['https://169.254.169.254/latest', 'private'],
    ['https://100.64.0.1/', 'private'],
    ['https://[::1]/', 'private'],
    ['https://[::ffff:10.0.0.1]/', 'private'],
    ['https://[fd00::1]/', 'private'],
    ['https://[2001:db8::1]/', 'private'],
    ['https://[2002:a00:1::]/', 'private'],
    ['https://[64:ff9b::a00:1]/', 'private'],
  ])('%s: %s', (url, fault) => expect(addressFault(url)).toBe(fault));

  it('holds no template but its chips', () => {
    expect(replaceChips('https://a.example/{{who}}/{%x%}{{', (id) => `<${id}>`)).toBe(
      'https://a.example/<who>/%7B%x%%7D%7B%7B',
    );
  });
});

describe('a secret', () => {
  it.each([
    'Bearer 0123456789abcdef',
    `sk-proj-${'a1b2'.repeat(6)}`,
    `ghp_${'a1b2'.repeat(9)}`,
    'AKIAIOSFODNN7EXAMPLE',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.sig',
    '9f86d081884c7d659a2feaa0c55ad015',
  ])('looks like %s', (text) => expect(looksSecret(text)).toBe(true));

  it.each([
    'fr-FR',
    'application/json',
    '7f9c24e8-3b12-4fef-91e0-5a2b1c3d4e5f',
    'Cabinet du docteur Martin',
    'anticonstitutionnellement',
    '',
  ])('does not look like %j', (text) => expect(looksSecret(text)).toBe(false));

  it('is told by the name of its field, unless it is a reference or an information', () => {
    expect(isSecretField('X-Api-Key', 'abc')).toBe(true);
    expect(isSecretField('Authorization', 'secret:crm')).toBe(false);
    expect(isSecretField('token', '{{code}}')).toBe(false);
    expect(hasSecretInQuery('https://a.example/?page=2&api_key=abc')).toBe(true);
    expect(hasSecretInQuery('https://hook.example/abcdef1234567890?page=2')).toBe(false);
  });

  it('is referred to by a plain name', () => {
    expect(secretName('secret:crm-2')).toBe('crm-2');
    for (const value of ['secret:', 'secret:a b', 'Secret:crm', ' secret:crm'])
      expect(secretName(value)).toBeNull();
  });
});

it.each([
  ['data.tier', 'data.tier'],
  ['$.data.tier', 'data.tier'],
  ['items.0.name', 'items[0].name'],
  ['items[0].name', 'items[0].name'],
  ['', null],
  ['a b', null],
  ['a..b', null],
  ['a | upcase', null],
  ['a}}{{b', null],
])('the way to a value %j is read as %j', (path, read) => expect(answerPath(path)).toBe(read));

describe('the relay', () => {
  const data: ConnectData = {
    label: '',
    method: 'POST',
    url: 'https://api.example.com/{{who}}?node={{node}}',
    headers: [
      { name: 'Authorization', value: 'secret:crm' },
      { name: 'not a name', value: 'x' },
      { name: 'X-Source', value: 'phone\r\nX-Evil: 1' },
    ],
    body: [
      { name: 'customer', information: 'who', value: '' },
      { name: 'origin', information: '', value: 'call' },
    ],
    answers: [],
    timeoutSeconds: 5,
    say: '',
  };

  it('finds the values behind our own parameters', () => {
    expect(receivedValues(data, { node: 'n1', node_: 'B', who: 'Anna' })).toEqual({ who: 'Anna', node: 'B' });
  });

  it('puts values and secrets in, and lets neither break out', () => {
    const built = buildRequest(data, { who: '../a?b', node: '1&2' }, () => 'Bearer x');
    expect(built).toEqual({
      ok: true,
      value: {
        method: 'POST',
        url: 'https://api.example.com/..%2Fa%3Fb?node=1%262',
        headers: [
          { name: 'Authorization', value: 'Bearer x' },
          { name: 'X-Source', value: 'phone X-Evil: 1' },
        ],
        body: '{"customer":"../a?b","origin":"call"}',
      },
    });
  });

  it('says what is missing', () => {
    expect(buildRequest(data, {}, () => undefined)).toEqual({
      ok: false,
      failure: { code: 'missing-secret', name: 'crm' },
    });
    expect(buildRequest({ ...data, url: 'https://10.0.0.1' }, {}, () => 'x')).toMatchObject({
      failure: { code: 'bad-address', reason: 'private' },
    });
  });
});
