/** REST answers as hosted Supabase does, as far as we rely on it: roles, grants, row-level security, errors, values. */
import { readFileSync } from 'node:fs';
import type { SupabaseClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshStack, freshStack, type SignedUp } from './harness.ts';

const fixture = readFileSync(new URL('./fixture.sql', import.meta.url), 'utf8');
/** Columns that a user may read. */
const READABLE = 'id, owner_id, title, body, tags, revision, slug, body_type, created_at, local_time';
let stack: FreshStack;
let ada: SignedUp;
let bob: SignedUp;

beforeAll(async () => {
  stack = await freshStack({ template: 'empty', sql: fixture });
  ada = await stack.signUp('ada@example.com');
  bob = await stack.signUp('bob@example.com');
});
afterAll(() => stack.close());

async function addNote(person: SignedUp, values: object = {}) {
  const { data, error } = await person.client
    .from('notes')
    .insert({ title: 'A note', ...values })
    .select(READABLE)
    .single();
  if (error) throw new Error(JSON.stringify(error));
  return data;
}

describe('roles', () => {
  test.each([
    ['anon', () => stack.anon()],
    ['authenticated', () => ada.client],
    ['service_role', () => stack.service()],
  ] as [string, () => SupabaseClient][])(
    '%s is the role of the statement and of auth.role()',
    async (role, client) => {
      const { data, error } = await client().rpc('whoami');
      expect(error).toBeNull();
      expect(data).toMatchObject({ role, current_user: role });
    },
  );

  test('auth.uid(), auth.email() and auth.jwt() are those of the token', async () => {
    const { data } = await ada.client.rpc('whoami');
    expect(data).toMatchObject({
      uid: ada.userId,
      email: 'ada@example.com',
      claims: { sub: ada.userId, aal: 'aal1' },
    });
    const { data: nobody } = await stack.anon().rpc('whoami');
    expect(nobody).toMatchObject({ uid: null, email: null });
  });

  test('a request without any key is refused', async () => {
    const answer = await stack.fetch(`${stack.url}/rest/v1/notes`);
    expect(answer.status).toBe(401);
  });

  test('the claims of a user do not stay on the connection', async () => {
    for (let i = 0; i < 20; i++) await ada.client.rpc('whoami');
    const seen = await Promise.all(Array.from({ length: 20 }, () => stack.anon().rpc('whoami')));
    expect(new Set(seen.map(({ data }) => data.uid))).toEqual(new Set([null]));
  });
});

describe('row-level security', () => {
  test('a stranger reads, changes and deletes nothing', async () => {
    const { id } = await addNote(ada);
    expect((await bob.client.from('notes').select('id').eq('id', id)).data).toEqual([]);
    expect((await bob.client.from('notes').update({ title: 'mine' }).eq('id', id).select('id')).data).toEqual(
      [],
    );
    expect((await bob.client.from('notes').delete({ count: 'exact' }).eq('id', id)).count).toBe(0);
    expect((await ada.client.from('notes').select('title').eq('id', id).single()).data).toEqual({
      title: 'A note',
    });
  });

  test('a row for somebody else is refused', async () => {
    const { error, status } = await ada.client.from('notes').insert({ title: 'x', owner_id: bob.userId });
    expect(error?.code).toBe('42501');
    expect(status).toBe(403);
  });

  test('the service role sees everything', async () => {
    await Promise.all([addNote(ada), addNote(bob)]);
    const { data } = await stack.service().from('notes').select('owner_id');
    expect(new Set(data?.map((row) => row.owner_id))).toEqual(new Set([ada.userId, bob.userId]));
  });

  test('a security definer function acts as its owner', async () => {
    await addNote(ada);
    expect((await bob.client.rpc('count_all_notes')).data).toBeGreaterThan(0);
  });

  test('200 requests of four roles at once: each sees its own only', async () => {
    await Promise.all([addNote(ada), addNote(bob)]);
    const names: Record<string, string> = { [ada.userId]: 'ada', [bob.userId]: 'bob' };
    const askers: [string, SupabaseClient][] = [
      ['ada', ada.client],
      ['bob', bob.client],
      ['anon', stack.anon()],
      ['service', stack.service()],
    ];
    const seen = new Map<string, number>();
    const ask = async (index: number) => {
      const [name, client] = askers[index % askers.length]!;
      const { data, error } = await client.from('notes').select('owner_id');
      const owners = new Set(data?.map((row) => names[row.owner_id]));
      const key = `${name} sees ${error ? error.code : [...owners].sort().join('+')}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    };
    await Promise.all(Array.from({ length: 200 }, (_, index) => ask(index)));
    expect(Object.fromEntries(seen)).toEqual({
      'ada sees ada': 50,
      'bob sees bob': 50,
      'anon sees 42501': 50,
      'service sees ada+bob': 50,
    });
  });
});

describe('grants', () => {
  test('a table that was granted to nobody stays closed, also after the first request', async () => {
    for (const client of [stack.anon(), ada.client]) {
      const { error } = await client.from('vault').select();
      expect(error?.code).toBe('42501');
    }
    expect((await stack.service().from('vault').select()).error).toBeNull();
  });

  test('anon gets 401, a user 403', async () => {
    expect((await stack.anon().from('notes').select('id')).status).toBe(401);
    expect((await ada.client.from('vault').select()).status).toBe(403);
  });

  test('columns are granted one by one', async () => {
    const { id } = await addNote(ada);
    expect((await ada.client.from('notes').select('secret')).error?.code).toBe('42501');
    expect((await ada.client.from('notes').update({ revision: 99 }).eq('id', id)).error?.code).toBe('42501');
  });

  test('functions are granted one by one', async () => {
    const { error } = await stack.anon().rpc('count_all_notes');
    expect(error?.code).toBe('42501');
  });
});

describe('errors', () => {
  test.each([
    ['PT409', 409],
    ['P0001', 400],
    ['P0002', 500],
    ['23514', 400],
    ['28000', 403],
    ['57014', 503],
  ])('%s of a function becomes status %i, with message, details and hint', async (code, expected) => {
    const { error, status } = await ada.client.rpc('fail_with', { code });
    expect(status).toBe(expected);
    expect(error).toMatchObject({ code, message: 'it failed', details: 'a detail', hint: 'a hint' });
  });

  test('a broken check is 400, a duplicate 409, a missing parent 409, a wrong type 400', async () => {
    const check = await ada.client.from('notes').insert({ title: '' });
    expect([check.error?.code, check.status]).toEqual(['23514', 400]);
    await addNote(ada, { slug: 'same' });
    const duplicate = await ada.client.from('notes').insert({ title: 'x', slug: 'same' });
    expect([duplicate.error?.code, duplicate.status]).toEqual(['23505', 409]);
    const type = await ada.client.from('notes').insert({ title: 'x', owner_id: 'nobody' });
    expect([type.error?.code, type.status]).toEqual(['22P02', 400]);
    const missing = { note_id: '00000000-0000-0000-0000-000000000000', text: 'x' };
    const orphan = await stack.service().from('comments').insert(missing);
    expect([orphan.error?.code, orphan.status]).toEqual(['23503', 409]);
  });

  test('one row that is not there is 406 PGRST116; maybeSingle gives null', async () => {
    const one = await ada.client.from('notes').select('id').eq('title', 'none').single();
    expect([one.error?.code, one.status]).toEqual(['PGRST116', 406]);
    expect((await ada.client.from('notes').select('id').eq('title', 'none').maybeSingle()).data).toBeNull();
  });

  test('unknown tables, columns and functions have their codes', async () => {
    expect((await ada.client.from('nothing').select()).error?.code).toBe('PGRST205');
    expect((await ada.client.from('notes').insert({ title: 'x', nothing: 1 })).error?.code).toBe('PGRST204');
    expect((await ada.client.from('notes').select('nothing')).error?.code).toBe('42703');
    expect((await ada.client.rpc('nothing')).error?.code).toBe('PGRST202');
  });
});

describe('values', () => {
  const documents: [string, unknown][] = [
    ['an object', { a: [1, 'two', null, { three: true }], 'é « »': '\u00a0' }],
    ['a list', [{ id: 'n1' }, { id: 'n2' }]],
    ['a string', 'just a sentence'],
    ['a string that looks like an object', '{ not json'],
    ['a number', 12.5],
    ['deep nesting', { a: { b: { c: { d: { e: [[[]]] } } } } }],
  ];
  test.each(documents)('%s goes into a jsonb column and back', async (_name, body) => {
    const { id, body: stored } = await addNote(ada, { body });
    expect(stored).toEqual(body);
    const [row] = await stack.sql`select jsonb_typeof(body) as type from public.notes where id = ${id}`;
    const type = Array.isArray(body) ? 'array' : typeof body;
    expect(row?.type).toBe(type);
    const { data } = await ada.client
      .from('notes')
      .update({ body })
      .eq('id', id)
      .select('body, body_type')
      .single();
    expect(data).toEqual({ body, body_type: type });
  });

  test('a jsonb argument of a function is an object, not a string', async () => {
    const value = { nodes: [{ kind: 'say' }], text: '{"quoted": true}' };
    expect((await ada.client.rpc('describe_json', { value })).data).toBe('object');
    expect((await ada.client.rpc('echo_json', { value })).data).toEqual(value);
    expect((await ada.client.rpc('describe_json', { value: [1, 2] })).data).toBe('array');
  });

  test('filters reach into jsonb and lists', async () => {
    const { id } = await addNote(ada, {
      body: { language: 'fr', nodes: [{ kind: 'ask' }] },
      tags: ['reach'],
    });
    const path = await ada.client
      .from('notes')
      .select('id, language:body->>language')
      .eq('body->>language', 'fr');
    expect(path.data).toEqual([{ id, language: 'fr' }]);
    const part = await ada.client
      .from('notes')
      .select('id')
      .contains('body', { nodes: [{ kind: 'ask' }] });
    expect(part.data).toEqual([{ id }]);
    expect((await ada.client.from('notes').select('id').contains('tags', ['reach'])).data).toEqual([{ id }]);
  });

  test('times are ISO 8601, embedded ones too', async () => {
    const { id, created_at } = await addNote(ada);
    expect(created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00$/);
    expect(new Date(created_at).toISOString().slice(0, 19)).toBe(created_at.slice(0, 19));
    await ada.client.from('comments').insert({ note_id: id, text: 'x' });
    const { data } = await ada.client.from('notes').select('comments(created_at)').eq('id', id).single();
    expect(data?.comments[0]?.created_at).toMatch(/^\d{4}-\d\d-\d\dT.*\+00:00$/);
    await stack.sql`update public.notes set local_time = '2026-03-29 02:30:00' where id = ${id}`;
    const local = await ada.client.from('notes').select('local_time').eq('id', id).single();
    expect(local.data?.local_time).toBe('2026-03-29T02:30:00');
  });

  test('a time written by a client is the time that is stored', async () => {
    const time = '2026-03-29T01:30:00.123456+02:00';
    const { data } = await stack
      .service()
      .from('notes')
      .insert({ title: 'x', owner_id: ada.userId, created_at: time })
      .select('created_at')
      .single();
    expect(data?.created_at).toBe('2026-03-28T23:30:00.123456+00:00');
  });

  test('pages, order and counts', async () => {
    for (let i = 0; i < 5; i++) await addNote(ada, { title: `Page ${i}`, tags: ['page'] });
    const { data, count, status } = await ada.client
      .from('notes')
      .select('title', { count: 'exact' })
      .contains('tags', ['page'])
      .order('title', { ascending: false })
      .range(1, 2);
    expect(data?.map((row) => row.title)).toEqual(['Page 3', 'Page 2']);
    expect([count, status]).toEqual([5, 206]);
  });

  test('upsert replaces, or leaves what is there', async () => {
    const service = stack.service();
    const row = { slug: 'upserted', title: 'first', owner_id: ada.userId };
    await service.from('notes').insert(row);
    const kept = await service
      .from('notes')
      .upsert({ ...row, title: 'second' }, { onConflict: 'slug', ignoreDuplicates: true })
      .select('title');
    expect(kept.data).toEqual([]);
    const replaced = await service
      .from('notes')
      .upsert({ ...row, title: 'third' }, { onConflict: 'slug' })
      .select('title')
      .single();
    expect(replaced.data).toEqual({ title: 'third' });
  });

  test('embedded rows, both ways', async () => {
    const { id } = await addNote(ada, { title: 'Parent' });
    await ada.client.from('comments').insert([
      { note_id: id, text: 'one' },
      { note_id: id, text: 'two' },
    ]);
    const down = await ada.client
      .from('notes')
      .select('title, comments(text)')
      .eq('id', id)
      .order('id', { referencedTable: 'comments' })
      .single();
    expect(down.data).toEqual({ title: 'Parent', comments: [{ text: 'one' }, { text: 'two' }] });
    const up = await ada.client
      .from('comments')
      .select('text, notes!inner(title)')
      .eq('notes.title', 'Parent')
      .order('id');
    expect(up.data).toMatchObject([{ text: 'one', notes: { title: 'Parent' } }, { text: 'two' }]);
  });
});

describe('compare and swap', () => {
  const save = (id: string, revision: number, title: string) =>
    ada.client.from('notes').update({ title }).eq('id', id).eq('revision', revision).select('revision');

  test('a save on an outdated revision changes no row', async () => {
    const { id } = await addNote(ada);
    expect((await save(id, 1, 'first')).data).toEqual([{ revision: 2 }]);
    expect((await save(id, 1, 'late')).data).toEqual([]);
    expect((await save(id, 2, 'second')).data).toEqual([{ revision: 3 }]);
  });

  test('of 20 racing writers exactly one wins', async () => {
    const { id } = await addNote(ada);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => save(id, 1, `writer ${index}`)),
    );
    expect(answers.flatMap(({ error }) => (error ? [error] : []))).toEqual([]);
    expect(answers.filter(({ data }) => data?.length === 1)).toHaveLength(1);
  });
});
