import { describe, expect, it } from 'vitest';
import { createSealer } from './sealing.ts';
import { base64url } from './secret.ts';

const key = (seed: number) =>
  base64url(Uint8Array.from({ length: 32 }, (_, index) => (seed * 31 + index) % 256));
const OLD = `2025:${key(1)}`;
const NEW = `2026:${key(2)}`;
const MINE = ['secret', 'workspace-1', 'crm'];

describe('a sealed text', () => {
  it('opens for what it belongs to, and is another each time', async () => {
    const sealer = createSealer(NEW);
    const texts = ['Bearer abc', '', 'é😀'.repeat(500)];
    for (const text of texts) {
      const [one, two] = [await sealer.seal(text, MINE), await sealer.seal(text, MINE)];
      expect(one.text).not.toBe(two.text);
      expect(await sealer.open(one.text, MINE)).toBe(text);
      if (text !== '') expect(one.text).not.toContain(text);
    }
  });

  it.each([
    ['another workspace', ['secret', 'workspace-2', 'crm']],
    ['another name', ['secret', 'workspace-1', 'erp']],
    ['other parts with the same letters', ['secret', 'workspace-1crm']],
  ])('does not open for %s', async (_, belongsTo) => {
    const sealer = createSealer(NEW);
    expect(await sealer.open((await sealer.seal('text', MINE)).text, belongsTo)).toBeNull();
  });

  it('does not open when any of its characters was changed', async () => {
    const sealer = createSealer(NEW);
    const { text } = await sealer.seal('Bearer abc', MINE);
    for (let index = 0; index < text.length - 1; index++) {
      const other = text[index] === 'A' ? 'B' : 'A';
      expect(await sealer.open(text.slice(0, index) + other + text.slice(index + 1), MINE)).toBeNull();
    }
    for (const broken of ['', 'v1', 'v1.2026..', `${text}.x`, 'v2.2026.a.b'])
      expect(await sealer.open(broken, MINE)).toBeNull();
  });
});

describe('keys', () => {
  it('the newest seals, and each opens what it sealed', async () => {
    const before = await createSealer(OLD).seal('text', MINE);
    const both = createSealer(`${NEW}, ${OLD}`);
    expect(both.newestKey).toBe('2026');
    expect(await both.open(before.text, MINE)).toBe('text');
    const after = await both.seal('text', MINE);
    expect(after.keyId).toBe('2026');
    expect(await createSealer(OLD).open(after.text, MINE)).toBeNull();
  });

  it('none: nothing is sealed, nothing opens', async () => {
    const sealer = createSealer('');
    expect(sealer.newestKey).toBeNull();
    await expect(sealer.seal('text', MINE)).rejects.toThrow('no key');
    expect(await sealer.open((await createSealer(NEW).seal('text', MINE)).text, MINE)).toBeNull();
  });

  it.each(['no-colon', `2026:${base64url(new Uint8Array(16))}`, 'a b:AAAA', '2026:'])(
    'a list like %j is refused without being repeated',
    (keys) => {
      expect(() => createSealer(keys)).toThrow(/^ENCRYPTION_KEYS must be a list/);
    },
  );
});
