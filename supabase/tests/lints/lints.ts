/**
 * What a schema may not have, in the manner of Supabase's database advisors: each lint is a question to the catalogue whose
 * rows are faults, and a fault that it must find. Knows no table of ours but where a list says so.
 */

export interface Lint {
  readonly name: string;
  /** One column `fault`. */
  readonly sql: string;
  /** Statements that plant a fault of this kind. */
  readonly fault: string;
}

/** Tables of the server's own: under row-level security without a policy, so that nobody but the service role sees a row. */
export const SERVER_TABLES = [
  'activity',
  'alert_channels',
  'alert_deliveries',
  'browser_links',
  'budgets',
  'call_events',
  'call_questions',
  'call_turns',
  'invitations',
  'limit_answers',
  'link_calls',
  'number_imports',
  'runtime_requests',
  'settled_questions',
  'test_calls',
  'vapi_resources',
] as const;

/** Functions that act with their owner's rights, and may. None of them is executed by a browser. */
export const OWN_SCHEMAS = `('public'::regnamespace, 'private'::regnamespace)`;
const TABLES = `pg_class c where c.relnamespace in ${OWN_SCHEMAS} and c.relkind in ('r', 'p')`;
const API_ROLES = `('anon'), ('authenticated'), ('service_role')`;
const A_TABLE = 'create table public.faulty (id uuid primary key, workspace_id uuid not null);';
const GUARDED = `${A_TABLE} alter table public.faulty enable row level security; alter table public.faulty force row level security;`;

export const LINTS: readonly Lint[] = [
  {
    name: 'a foreign key without an index that begins with its columns',
    sql: `select c.conrelid::regclass || ' ' || pg_get_constraintdef(c.oid) as fault from pg_constraint c
      where c.contype = 'f' and c.connamespace in ${OWN_SCHEMAS} and not exists (
        select from pg_index i where i.indrelid = c.conrelid and i.indisvalid and (
          i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ 'IS NOT NULL')
          and c.conkey @> (i.indkey::int2[])[0:cardinality(c.conkey) - 1]
          and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)`,
    fault: `${GUARDED} alter table public.faulty add foreign key (workspace_id) references public.workspaces;`,
  },
  {
    name: 'a table of the API without row-level security, or without it for its owner',
    sql: `select c.relname::text as fault from ${TABLES} and c.relnamespace = 'public'::regnamespace
      and not (c.relrowsecurity and c.relforcerowsecurity)`,
    fault: A_TABLE,
  },
  {
    name: 'policies on a table whose row-level security is off',
    sql: `select distinct c.relname::text as fault from pg_policy p join pg_class c on c.oid = p.polrelid
      where c.relnamespace in ${OWN_SCHEMAS} and not c.relrowsecurity`,
    fault: `${A_TABLE} create policy p on public.faulty to authenticated using (false);`,
  },
  {
    name: 'a table without a policy that is not known as the server’s own',
    sql: `select c.relname::text as fault from ${TABLES} and c.relnamespace = 'public'::regnamespace
      and not exists (select from pg_policy p where p.polrelid = c.oid)
      and c.relname <> all (array[${SERVER_TABLES.map((name) => `'${name}'`).join(', ')}])`,
    fault: GUARDED,
  },
  {
    name: 'several permissive policies for the same role and action',
    sql: `select c.relname || ' ' || r.role || ' ' || a.action as fault
      from pg_policy p join pg_class c on c.oid = p.polrelid, unnest(p.polroles) as r (role),
        unnest(case p.polcmd when '*' then array['r', 'a', 'w', 'd'] else array[p.polcmd::text] end) as a (action)
      where c.relnamespace in ${OWN_SCHEMAS} and p.polpermissive
      group by c.relname, r.role, a.action having count(*) > 1`,
    fault: `create policy p on public.flows for select to authenticated using (false);`,
  },
  {
    name: 'a policy that asks who is there once a row instead of once a statement',
    sql: `select tablename || ' ' || policyname as fault from pg_policies where schemaname in ('public', 'private')
      and regexp_replace(coalesce(qual, '') || ' ' || coalesce(with_check, ''),
        'SELECT (auth\\.(uid|jwt|role|email)\\(\\)|current_setting\\([^)]*\\))', '', 'g')
        ~ '(auth\\.(uid|jwt|role|email)\\(\\)|current_setting\\()'`,
    fault: `${GUARDED} create policy p on public.faulty to authenticated using (id = auth.uid());`,
  },
  {
    name: 'a policy that is always true for whoever writes',
    sql: `select tablename || ' ' || policyname as fault from pg_policies where schemaname = 'public'
      and cmd <> 'SELECT' and (coalesce(qual, '') in ('true', '(true)') or coalesce(with_check, '') in ('true', '(true)'))`,
    fault: `${GUARDED} create policy p on public.faulty for insert to authenticated with check (true);`,
  },
  {
    name: 'a policy for anybody but signed-in people',
    sql: `select tablename || ' ' || policyname as fault from pg_policies where schemaname = 'public'
      and roles <> '{authenticated}'`,
    fault: `${GUARDED} create policy p on public.faulty using (false);`,
  },
  {
    name: 'a policy that trusts what a person may write into their own account',
    sql: `select tablename || ' ' || policyname as fault from pg_policies where schemaname = 'public'
      and coalesce(qual, '') || coalesce(with_check, '') ~ 'user_metadata'`,
    fault: `${GUARDED} create policy p on public.faulty to authenticated
      using ((select auth.jwt()) -> 'user_metadata' ->> 'role' = 'owner');`,
  },
  {
    name: 'a change policy that does not judge both the row as it was and as it becomes',
    sql: `select tablename || ' ' || policyname as fault from pg_policies where schemaname = 'public'
      and cmd in ('UPDATE', 'ALL') and (qual is null or with_check is null)`,
    fault: `${GUARDED} create policy p on public.faulty for update to authenticated using (false);`,
  },
  {
    name: 'a column that policies look for without an index that begins with it',
    sql: `select distinct c.relname || ' ' || a.attname as fault
      from pg_policy p join pg_class c on c.oid = p.polrelid
      join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refobjid = c.oid and d.refobjsubid > 0
      join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
      where c.relnamespace = 'public'::regnamespace and not exists (
        select from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum and i.indpred is null)`,
    fault: `${GUARDED} create policy p on public.faulty for select to authenticated
      using (workspace_id in (select private.my_workspaces('viewer')));`,
  },
  {
    name: 'a function whose search path is not fixed',
    sql: `select p.oid::regprocedure::text as fault from pg_proc p where p.pronamespace in ${OWN_SCHEMAS}
      and not coalesce(p.proconfig, '{}') @> array['search_path=""']`,
    fault: `create function public.faulty() returns integer language sql as 'select 1';`,
  },
  {
    name: 'a function with its owner’s rights that a browser can call',
    sql: `select p.oid::regprocedure || ' ' || r.name as fault from pg_proc p, (values ('anon'), ('authenticated')) as r (name)
      where p.prosecdef and p.pronamespace = 'public'::regnamespace and has_function_privilege(r.name, p.oid, 'execute')`,
    fault: `create function public.faulty() returns integer language sql security definer set search_path = '' as 'select 1';
      grant execute on function public.faulty() to authenticated;`,
  },
  {
    name: 'a privilege of somebody who is not signed in, or of everybody',
    sql: `select c.relname || ' ' || a.privilege_type as fault from pg_class c, aclexplode(c.relacl) as a
        where c.relnamespace in ${OWN_SCHEMAS} and (a.grantee = 0 or a.grantee = 'anon'::regrole)
      union all select p.oid::regprocedure || ' ' || a.privilege_type from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as a
        where p.pronamespace in ${OWN_SCHEMAS} and p.prorettype <> 'trigger'::regtype and (a.grantee = 0 or a.grantee = 'anon'::regrole)
      union all select c.relname || '.' || t.attname || ' ' || a.privilege_type from pg_attribute t join pg_class c on c.oid = t.attrelid, aclexplode(t.attacl) as a
        where c.relnamespace in ${OWN_SCHEMAS} and (a.grantee = 0 or a.grantee = 'anon'::regrole)`,
    fault: 'grant select on public.flows to anon;',
  },
  {
    name: 'a privilege to empty, refer to, or hang triggers on a table',
    sql: `select c.relname || ' ' || r.name || ' ' || p as fault from pg_class c, (values ${API_ROLES}) as r (name),
        unnest(array['truncate', 'references', 'trigger']) as p
      where c.relnamespace in ${OWN_SCHEMAS} and c.relkind in ('r', 'p', 'v', 'm') and has_table_privilege(r.name, c.oid, p)`,
    fault: 'grant truncate on public.flows to authenticated;',
  },
  {
    name: 'a view that does not look with the eyes of whoever asks',
    sql: `select c.relname::text as fault from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
      and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']`,
    fault: 'create view public.faulty as select id from public.workspaces;',
  },
  {
    name: 'a materialised view or foreign table within reach of the API',
    sql: `select c.relname::text as fault from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('m', 'f')`,
    fault: 'create materialized view public.faulty as select 1 as one;',
  },
  {
    name: 'a view of the accounts within reach of the API',
    sql: `select distinct c.relname::text as fault from pg_class c join pg_rewrite w on w.ev_class = c.oid
      join pg_depend d on d.objid = w.oid and d.refobjid = 'auth.users'::regclass
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')`,
    fault: 'create view public.faulty with (security_invoker = true) as select id from auth.users;',
  },
  {
    name: 'a table without a primary key',
    sql: `select c.relname::text as fault from ${TABLES}
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`,
    fault: 'create table private.faulty (id uuid);',
  },
  {
    name: 'two indexes of the same columns and condition',
    sql: `select i.indrelid::regclass::text as fault from pg_index i join pg_class c on c.oid = i.indrelid
      where c.relnamespace in ${OWN_SCHEMAS}
      group by i.indrelid, i.indkey::text, i.indclass::text, i.indoption::text, coalesce(pg_get_expr(i.indpred, i.indrelid), ''),
        coalesce(pg_get_expr(i.indexprs, i.indrelid), '') having count(*) > 1`,
    fault: 'create index faulty on public.flows (created_by);',
  },
  {
    name: 'an extension in a schema of the API',
    sql: `select extname::text as fault from pg_extension where extnamespace in ${OWN_SCHEMAS}`,
    fault: 'create extension citext with schema public;',
  },
  {
    name: 'a row of a workspace whose tenant may be left open',
    sql: `select c.relname::text as fault from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'workspace_id'
      and not a.attnotnull and c.relname <> 'call_events'`,
    fault: 'create table public.faulty (id uuid primary key, workspace_id uuid);',
  },
  {
    name: 'a table that belongs to no workspace',
    sql: `select c.relname::text as fault from ${TABLES} and c.relnamespace = 'public'::regnamespace and c.relname <> 'workspaces'
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)`,
    fault: 'create table public.faulty (id uuid primary key);',
  },
  {
    name: 'a reference to a row of a workspace that does not name the workspace with it',
    sql: `select c.conrelid::regclass || ' ' || pg_get_constraintdef(c.oid) as fault from pg_constraint c
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace
      and exists (select from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'workspace_id'
        and c.confrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace))
      and cardinality(c.conkey) < 2`,
    fault: `alter table public.flows add column faulty uuid references public.calls (id);`,
  },
];
