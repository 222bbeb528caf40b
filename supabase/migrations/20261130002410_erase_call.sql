-- One call erased by hand: what was said, what was collected and who called. That there was a call, when, how long and for how much stays,
-- and the steps that it went through without the values for which it went there. Vapi forgets it too (`private.call_removals`).

do $$
declare
  known text;
begin
  select pg_get_expr(conbin, conrelid) into strict known
  from pg_constraint where conrelid = 'public.activity'::regclass and conname = 'activity_action_check';
  alter table public.activity drop constraint activity_action_check;
  execute format('alter table public.activity add constraint activity_action_check check ((%s) or action = ''call-erased'')', known);
end
$$;

-- Null, or why not.
create function public.erase_call(call uuid, person uuid) returns text
language plpgsql security definer set search_path = ''
as $$
declare
  asked public.calls;
  held public.member_role;
begin
  select * into asked from public.calls where id = call;
  if asked.id is null then
    return 'not-found';
  end if;
  held := private.role_held(asked.workspace_id, person);
  if held is null then
    return 'not-found';
  end if;
  if held = 'viewer' then
    return 'not-allowed';
  end if;
  -- What is still said would come after.
  if asked.status <> 'ended' then
    return 'call-goes-on';
  end if;
  perform private.forget_words(asked, now());
  update public.calls set
    information = '{}', caller = null, information_erased_at = now(),
    path = (select coalesce(jsonb_agg(visit - 'because' order by place), '[]')
      from jsonb_array_elements(path) with ordinality as visits (visit, place))
  where id = call and information_erased_at is null;
  if found then
    perform private.note(asked.workspace_id, 'call-erased',
      jsonb_build_object('call', call, 'startedAt', coalesce(asked.started_at, asked.created_at)), person);
  end if;
  return null;
end
$$;
revoke all on function public.erase_call(uuid, uuid) from public, anon, authenticated;
grant execute on function public.erase_call(uuid, uuid) to service_role;
