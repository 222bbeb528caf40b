-- Tables and functions of the fidelity tests: the smallest ones that show each behaviour we rely on.

create table public.profiles (
  id uuid primary key references auth.users (id) on delete cascade,
  email text,
  display_name text,
  theme text
);

create table public.notes (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  title text not null check (char_length(title) between 1 and 120),
  body jsonb not null default '{}'::jsonb,
  tags text[] not null default '{}',
  revision integer not null default 1,
  secret text,
  slug text unique,
  body_type text generated always as (jsonb_typeof(body)) stored,
  created_at timestamptz not null default now(),
  local_time timestamp
);

create table public.comments (
  id bigint generated always as identity primary key,
  note_id uuid not null references public.notes (id) on delete restrict,
  text text not null,
  created_at timestamptz not null default now()
);

-- Nobody but the service role was given anything here.
create table public.vault (id integer primary key);

create function public.on_new_user() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.profiles (id, email, display_name, theme)
  values (new.id, new.email, new.raw_user_meta_data ->> 'name', new.raw_user_meta_data #>> '{settings,theme}');
  return new;
end $$;
create trigger on_new_user after insert on auth.users for each row execute function public.on_new_user();

create function public.on_note_change() returns trigger language plpgsql set search_path = '' as $$
begin
  new.revision := old.revision + 1;
  return new;
end $$;
create trigger on_note_change before update on public.notes for each row execute function public.on_note_change();

create function public.whoami() returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'uid', auth.uid(), 'role', auth.role(), 'email', auth.email(), 'claims', auth.jwt(), 'current_user', current_user)
$$;

create function public.describe_json(value jsonb) returns text language sql immutable set search_path = '' as $$
  select jsonb_typeof(value)
$$;

create function public.echo_json(value jsonb) returns jsonb language sql immutable set search_path = '' as $$
  select value
$$;

create function public.fail_with(code text) returns void language plpgsql set search_path = '' as $$
begin
  raise exception 'it failed' using errcode = code, detail = 'a detail', hint = 'a hint';
end $$;

create function public.count_all_notes() returns bigint language sql stable security definer set search_path = '' as $$
  select count(*) from public.notes
$$;

alter table public.profiles enable row level security;
alter table public.notes enable row level security;
alter table public.comments enable row level security;
alter table public.vault enable row level security;
create policy own on public.profiles for select to authenticated using (id = (select auth.uid()));
create policy own on public.notes for all to authenticated
  using (owner_id = (select auth.uid())) with check (owner_id = (select auth.uid()));
create policy own on public.comments for all to authenticated
  using (exists (select from public.notes n where n.id = note_id and n.owner_id = (select auth.uid())));

grant select on public.profiles to authenticated;
grant insert, delete on public.notes to authenticated;
grant select (id, owner_id, title, body, tags, revision, slug, body_type, created_at, local_time) on public.notes to authenticated;
grant update (title, body, tags, slug) on public.notes to authenticated;
grant select, insert on public.comments to authenticated;
grant all on public.profiles, public.notes, public.comments, public.vault to service_role;
revoke execute on all functions in schema public from public;
grant execute on function public.whoami(), public.describe_json(jsonb), public.echo_json(jsonb) to anon, authenticated, service_role;
grant execute on function public.fail_with(text), public.count_all_notes() to authenticated;
