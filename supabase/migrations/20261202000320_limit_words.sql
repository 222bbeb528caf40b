-- What callers hear past the monthly limit, for one number alone: a French and an English line say it in their language. A number
-- without words of its own says those of the workspace.

alter table public.phone_numbers
  add column limit_language text check (limit_language in ('en', 'fr')),
  add column limit_message text check (char_length(btrim(limit_message)) between 1 and 500),
  add column limit_words_at timestamptz,
  add check ((limit_language is null) = (limit_message is null));
grant select (limit_language, limit_message) on public.phone_numbers to authenticated;

-- As before, with the words of the number where it has its own.
create or replace function public.claim_diversions(at timestamptz, most integer, only_workspace uuid default null)
returns table (
  id uuid, workspace_id uuid, vapi_id text, is_past boolean, diverted_to text, target_kind text, target_id text,
  language text, message text, transfer_to text
)
language sql set search_path = ''
as $$
  with due as (
    select n.id, private.is_past_limit(n.workspace_id, claim_diversions.at) as is_past
    from public.phone_numbers as n
    left join public.spending_limits as l on l.workspace_id = n.workspace_id
    left join public.limit_answers as a on a.vapi_id = n.diverted_to
    where n.deployment_id is not null and not n.elsewhere
      and (only_workspace is null or n.workspace_id = only_workspace)
      and (n.diverting_until is null or n.diverting_until <= claim_diversions.at)
      and (n.switching_until is null or n.switching_until <= claim_diversions.at)
      and (l.workspace_id is not null or n.diverted_to is not null)
      and (
        private.is_past_limit(n.workspace_id, claim_diversions.at) <> (n.diverted_to is not null)
        -- Its words changed since.
        or (n.diverted_to is not null and greatest(l.updated_at, n.limit_words_at) > n.diverted_since)
      )
      and not exists (select from public.deployments as d where d.phone_number_id = n.id and d.state = 'running')
    order by n.diverting_until nulls first limit claim_diversions.most for update of n skip locked
  )
  update public.phone_numbers as n set diverting_until = claim_diversions.at + interval '1 minute'
  from due
  left join lateral (
    select replace(s.kind, 'create-', '') as kind, s.vapi_id
    from public.phone_numbers as m join public.deployment_steps as s on s.deployment_id = m.deployment_id
    where m.id = due.id and s.kind in ('create-assistant', 'create-squad') order by s.position desc limit 1
  ) as target on true
  left join public.spending_limits as l on l.workspace_id = (select w.workspace_id from public.phone_numbers as w where w.id = due.id)
  where n.id = due.id
  returning n.id, n.workspace_id, n.vapi_id, due.is_past, n.diverted_to, target.kind, target.vapi_id,
    coalesce(n.limit_language, l.language), coalesce(n.limit_message, l.message), l.transfer_to
$$;

do $$
declare
  known text;
begin
  select pg_get_expr(conbin, conrelid) into strict known
  from pg_constraint where conrelid = 'public.activity'::regclass and conname = 'activity_action_check';
  alter table public.activity drop constraint activity_action_check;
  execute format('alter table public.activity add constraint activity_action_check check ((%s) or action = ''limit-words-changed'')', known);
end
$$;

-- Null words: those of the workspace again.
create function public.set_limit_words(
  workspace uuid, person uuid, number_id uuid, its_language text, its_message text, at timestamptz
) returns text
language plpgsql set search_path = ''
as $$
declare
  refusal text := private.refuse_unless_owner(workspace, person);
  changed public.phone_numbers;
begin
  if refusal is not null then
    return refusal;
  end if;
  update public.phone_numbers as n set
    limit_language = its_language, limit_message = its_message, limit_words_at = set_limit_words.at
  where n.id = number_id and n.workspace_id = workspace and n.removed_at is null
  returning * into changed;
  if changed.id is null then
    return 'not-found';
  end if;
  perform private.note(workspace, 'limit-words-changed',
    jsonb_build_object('number', coalesce(nullif(changed.label, ''), changed.number)), person);
  return 'done';
end
$$;
revoke all on function public.set_limit_words(uuid, uuid, uuid, text, text, timestamptz) from public, anon, authenticated;
grant execute on function public.set_limit_words(uuid, uuid, uuid, text, text, timestamptz) to service_role;
