-- What Vapi keeps of a call that was made in the browser with a draft (what was said, perhaps sound) goes as that of a real call: under
-- professional secrecy when the call is settled, otherwise with the words of real calls, at the latest when the ledger forgets it.
-- Remembered in the same list (`private.call_removals`), which `cron` works off until Vapi has it no more.

create function private.forget_test_call(test public.test_calls) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  if test.vapi_id is null then
    return;
  end if;
  perform private.remember_call_removal(test.workspace_id, test.vapi_id);
  -- It is no call of a number: whatever came in about it is in quarantine.
  delete from public.call_events where vapi_call_id = test.vapi_id;
end
$$;
revoke all on function private.forget_test_call(public.test_calls) from public;

create function private.remember_test_call() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'DELETE' then
    perform private.forget_test_call(old);
  elsif new.settled_at is not null
    and exists (select from public.workspaces where id = new.workspace_id and secrecy) then
    perform private.forget_test_call(new);
  end if;
  return null;
end
$$;
create trigger remember_test_call after delete or update of settled_at on public.test_calls
  for each row execute function private.remember_test_call();

-- Those that are as old as the words of the workspace's calls may be, and those of before it was under secrecy. Gives back how many.
create function public.forget_test_calls(at timestamptz, most integer) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  test public.test_calls;
  forgotten integer := 0;
begin
  for test in
    select t.* from public.test_calls as t join public.workspaces as w on w.id = t.workspace_id
    where t.settled_at is not null and t.vapi_id is not null
      and (w.secrecy or t.created_at < at - make_interval(days => w.keep_words))
      and not exists (select from private.call_removals as r where r.vapi_call_id = t.vapi_id)
    order by t.created_at limit most for update of t skip locked
  loop
    perform private.forget_test_call(test);
    forgotten := forgotten + 1;
  end loop;
  return forgotten;
end
$$;
revoke all on function public.forget_test_calls(timestamptz, integer) from public, anon, authenticated;
grant execute on function public.forget_test_calls(timestamptz, integer) to service_role;
