/** That no request of a flow ever reaches a private address: tables, and made-up addresses against a list of our own. */
import { BlockList, createServer, isIPv6, type Server, Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDownload, createOutbound, type OutboundOptions } from './outbound.ts';
import { isPublicAddress, readDestination } from './public-address.ts';

/** IANA's special-purpose registries (RFC 6890 and later), written down apart from the library that the product asks. */
const listOf = (ranges: string, family: 'ipv4' | 'ipv6') => {
  const list = new BlockList();
  for (const range of ranges.split(' ')) {
    const [address = '', bits] = range.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
};
const FOURTH = listOf(
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
  'ipv4',
);
const SIXTH = listOf(
  '::/96 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/32 2001:2::/48 2001:3::/32 2001:4:112::/48 2001:db8::/32 2001:10::/28 2001:20::/28 2001:30::/28 2002::/16 2620:4f:8000::/48 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8',
  'ipv6',
);
const isPrivate = (address: string) =>
  isIPv6(address) ? SIXTH.check(address, 'ipv6') : FOURTH.check(address, 'ipv4');

/** A line that is dead as soon as it is there. */
function deadSocket(): Socket {
  const socket = new Socket();
  queueMicrotask(() => socket.destroy(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })));
  return socket;
}

const REQUEST = { method: 'GET', headers: [], milliseconds: 60_000 };

async function ask(url: string, options: OutboundOptions = {}) {
  const opened: string[] = [];
  const outbound = createOutbound({
    resolve: async () => ['93.184.216.34'],
    open: (address) => {
      opened.push(address);
      return deadSocket();
    },
    ...options,
  });
  const result = await outbound({ ...REQUEST, url });
  if (result.ok) throw new Error('A dead line answered.');
  return { fault: result.failure, opened };
}

describe('an address', () => {
  it.each([
    ['http://api.example.com/', 'not-https'],
    ['gopher://api.example.com/', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['data:text/html,x', 'not-https'],
    ['//api.example.com/', 'malformed'],
    ['https://', 'malformed'],
    ['https://a@api.example.com/', 'login'],
    ['https://a:b@169.254.169.254/', 'login'],
    ['https://api.example.com:22/', 'port'],
    ['https://api.example.com:80/', 'port'],
    ['https://127.0.0.1/', 'private'],
    ['https://127.1/', 'private'],
    ['https://0/', 'private'],
    ['https://2130706433/', 'private'],
    ['https://0x7f000001/', 'private'],
    ['https://0177.0.0.01/', 'private'],
    ['https://0xa9.254.0xa9fe/', 'private'],
    ['https://１２７.０.０.１/', 'private'],
    ['https://127。0。0。1/', 'private'],
    ['https://%31%32%37.0.0.1/', 'private'],
    ['https://10.0.0.1./', 'private'],
    ['https://100.64.0.1/', 'private'],
    ['https://169.254.169.254/latest/meta-data', 'private'],
    ['https://192.88.99.1/', 'private'],
    ['https://198.18.0.1/', 'private'],
    ['https://224.0.0.1/', 'private'],
    ['https://255.255.255.255/', 'private'],
    ['https://[::]/', 'private'],
    ['https://[::1]/', 'private'],
    ['https://[::ffff:169.254.169.254]/', 'private'],
    ['https://[::127.0.0.1]/', 'private'],
    ['https://[64:ff9b::7f00:1]/', 'private'],
    ['https://[64:ff9b:1::7f00:1]/', 'private'],
    ['https://[2002:7f00:1::]/', 'private'],
    ['https://[2001:0:7f00:1::]/', 'private'],
    ['https://[2001:db8::1]/', 'private'],
    ['https://[3fff::1]/', 'private'],
    ['https://[fd00:ec2::254]/', 'private'],
    ['https://[fe80::1]/', 'private'],
    ['https://[ff02::1]/', 'private'],
    ['https://localhost/', 'private'],
    ['https://LOCALHOST./', 'private'],
    ['https://a.localhost/', 'private'],
    ['https://printer/', 'private'],
    ['https://nas.local/', 'private'],
    ['https://metadata.google.internal/', 'private'],
    ['https://app.test/', 'private'],
    ['https://a..example.com/', 'private'],
  ])('%s is refused: %s', async (url, reason) => {
    expect(await ask(url)).toEqual({ fault: { code: 'address', reason }, opened: [] });
  });

  it.each([
    'https://api.example.com/',
    'https://API.EXAMPLE.COM:8443/a?b#c',
    'https://93.184.216.34/',
    'https://xn--caf-dma.example/',
    'https://[2606:2800:220:1:248:1893:25c8:1946]/',
  ])('%s is asked', async (url) => {
    const { fault, opened } = await ask(url);
    expect(fault).toEqual({ code: 'unreachable' });
    expect(opened).toHaveLength(1);
  });
});

describe('a name', () => {
  it.each([
    [['127.0.0.1'], 'private'],
    [['93.184.216.34', '10.0.0.1'], 'private'],
    [['2606:2800:220:1::1', '::1'], 'private'],
    [['fe80::1%eth0'], 'private'],
    [['no address'], 'private'],
    [[], 'unknown-name'],
  ] as const)('with the addresses %j is refused: %s', async (addresses, code) => {
    const { fault, opened } = await ask('https://api.example.com/', { resolve: async () => addresses });
    expect([fault, opened]).toEqual([{ code }, []]);
  });

  it('is looked up once, and what was checked is what is asked', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1']];
    const { opened } = await ask('https://rebind.example.com/', {
      resolve: async () => answers.shift() ?? [],
    });
    expect(opened).toEqual(['93.184.216.34']);
    expect(answers).toHaveLength(1);
  });

  it('with several addresses is tried at three of them, those of version 4 first', async () => {
    const resolve = async () => [
      '2606:2800:220:1::1',
      '93.184.216.34',
      '2606:2800:220:1::2',
      '93.184.216.35',
    ];
    const { fault, opened } = await ask('https://api.example.com/', { resolve });
    expect(fault).toEqual({ code: 'unreachable' });
    expect(opened).toEqual(['93.184.216.34', '93.184.216.35', '2606:2800:220:1::1']);
  });

  it('of our own is not asked', async () => {
    const { fault } = await ask('https://project.supabase.co/', {
      ownHosts: new Set(['project.supabase.co']),
    });
    expect(fault).toEqual({ code: 'private' });
  });
});

describe('a server', () => {
  let server: Server;
  let port: number;
  let speak: (socket: Socket) => void;
  beforeAll(async () => {
    server = createServer((socket) => {
      socket.on('error', () => {});
      speak(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : 0;
  });
  afterAll(() => void server.close());

  const local = (milliseconds = 60_000) =>
    createOutbound({ localHosts: new Map([['api.example.com', port]]) })({
      ...REQUEST,
      milliseconds,
      url: 'https://api.example.com/',
    });

  it('that hangs is given up', async () => {
    speak = () => {};
    expect(await local(50)).toEqual({ ok: false, failure: { code: 'time-out' } });
  });

  it('that drips is given up', async () => {
    speak = (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket.write('A: b\r\n'), 10);
      socket.on('close', () => clearInterval(timer));
    };
    expect(await local(100)).toEqual({ ok: false, failure: { code: 'time-out' } });
  });

  it.each([301, 302, 303, 307, 308])('that sends us elsewhere with %i is not followed', async (status) => {
    speak = (socket) => socket.end(`HTTP/1.1 ${status} Go\r\nLocation: http://127.0.0.1:1/\r\n\r\n`);
    expect(await local()).toEqual({ ok: false, failure: { code: 'redirected' } });
  });

  it('that cannot prove its name is not told anything', async () => {
    let heard = '';
    speak = (socket) => {
      socket.on('data', (data) => {
        heard += data.toString('latin1');
        socket.end('HTTP/1.1 200 OK\r\n\r\n');
      });
    };
    const { fault } = await ask('https://api.example.com/secret-path', {
      open: () => connectSecurely({ host: '127.0.0.1', port, servername: 'api.example.com' }),
    });
    expect(fault).toEqual({ code: 'tls' });
    expect(heard).not.toContain('secret-path');
  });
});

/** Octets of every range on the list, and any at all. */
const octets = fc.oneof(
  fc.constantFrom(
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.9.1',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
  ),
  fc.constantFrom('192.0.0.170', '198.18.0.1', '224.0.0.1', '255.255.255.255', '192.0.2.1', '203.0.113.7'),
  fc.ipV4(),
);
const asNumber = (address: string) => address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
const asHex = (address: string) => asNumber(address).toString(16).padStart(8, '0');
const spelled = octets.chain((address) => {
  const parts = address.split('.').map(Number);
  const hex = asHex(address);
  const pair = `${hex.slice(0, 4)}:${hex.slice(4)}`;
  return fc.constantFrom(
    address,
    `${address}.`,
    String(asNumber(address)),
    `0x${hex}`,
    parts.map((part) => `0${part.toString(8)}`).join('.'),
    parts.map((part) => `0x${part.toString(16)}`).join('.'),
    `${parts[0]}.${asNumber(address) % 2 ** 24}`,
    address.replaceAll('.', '。'),
    address.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    encodeURIComponent(address).replace('1', '%31'),
    `[::ffff:${address}]`,
    `[::ffff:${pair}]`,
    `[::${address}]`,
    `[64:ff9b::${pair}]`,
    `[64:ff9b:1::${pair}]`,
    `[2002:${pair}::1]`,
    `[2001:0:${pair}::]`,
    `[fe80::${pair}]`,
    `[fd00::${pair}]`,
  );
});
const host = fc.oneof(
  spelled,
  fc.ipV6().map((address) => `[${address}]`),
  fc.domain(),
  fc.constantFrom(
    'localhost',
    'a.localhost',
    'nas.local',
    'printer',
    'metadata.google.internal',
    'api.example.com',
  ),
);
const url = fc
  .tuple(
    fc.constantFrom(
      'https://',
      'https://',
      'https://',
      'HTTPS:\\\\',
      'https:/',
      'http://',
      'ftp://',
      'https:\n//',
    ),
    fc.constantFrom('', '', '', 'user@', 'a:b@', 'api.example.com@', '%40'),
    host,
    fc.constantFrom('', '', '', ':443', ':8443', ':80', ':0', ':65536'),
    fc.constantFrom('', '/', '/a?b=c', '#@evil', '\\@evil', '?@10.0.0.1'),
  )
  .map((parts) => parts.join(''));
const addresses = fc.array(fc.oneof(octets, fc.ipV4(), fc.ipV4(), fc.ipV6()), { minLength: 1, maxLength: 2 });

/** `URLS=1000000` for more. */
const URLS = Number(process.env.URLS ?? 100_000);

it(`${URLS} addresses: no connection to a private one`, async () => {
  const seed = Number(process.env.SEED ?? 20261129);
  const runs = URLS;
  let opened = 0;
  const wrong: string[] = [];
  await fc.assert(
    fc.asyncProperty(url, addresses, async (address, resolved) => {
      const outbound = createOutbound({
        resolve: async () => resolved,
        open: (to) => {
          opened += 1;
          if (isPrivate(to)) wrong.push(`${address} → ${to}`);
          return deadSocket();
        },
      });
      await outbound({ ...REQUEST, url: address });
    }),
    { seed, numRuns: runs },
  );
  console.info(`seed ${seed}: ${runs} addresses, ${opened} connections, ${wrong.length} private`);
  expect(wrong).toEqual([]);
  expect(opened).toBeGreaterThan(1000);
});

it('what the product calls public is on no list of ours, and the reverse for version 4', () => {
  const seed = 20261129;
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(isPublicAddress(address)).toBe(!isPrivate(address));
      expect(readDestination(`https://${address}/`).ok).toBe(!isPrivate(address));
    }),
    { seed, numRuns: 20_000 },
  );
});

describe('a file', () => {
  it.each([
    ['http://files.example.com/a.wav', { code: 'address', reason: 'not-https' }],
    ['https://169.254.169.254/latest', { code: 'address', reason: 'private' }],
    ['https://files.example.com/a.wav', { code: 'private' }],
  ])('is not fetched at %s', async (url, fault) => {
    const opened: string[] = [];
    const download = createDownload({
      resolve: async () => ['10.0.0.1'],
      open: (address) => {
        opened.push(address);
        return deadSocket();
      },
    });
    const result = await download({ url, accept: 'audio/*', most: 1000, milliseconds: 60_000 });
    expect(result).toEqual({ ok: false, failure: fault });
    expect(opened).toEqual([]);
  });
});
