/** Which calendar a booking goes into: chosen from those of the workspace and of the flow, or made on the spot. */
import { useEffect, useState } from 'react';
import { type CalendarNames, calendarNow, isSameCalendar } from '../../flow/calendar-names.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import type { KindForm } from '../kind-view.ts';
import { type BookData, book, CALENDAR_NAME, calendarOf } from './kind.ts';
import { messages } from './messages.ts';

const NAMED = 'named ';
const USUAL = 'usual';
const NEW = 'new';

export function CalendarField({ form, value }: { readonly form: KindForm; readonly value: string }) {
  const t = useMessages(messages);
  const [isNaming, setNaming] = useState(false);
  const { names, former, current, listAgain } = useCalendars(form, value);
  const options = [
    { id: USUAL, label: t.calendar.usual },
    ...names.map((name) => ({ id: `${NAMED}${name}`, label: name })),
    ...(current === null ? [{ id: `${NAMED}${value}`, label: t.calendar.removed(value) }] : []),
    ...(form.isReadOnly ? [] : [{ id: NEW, label: t.calendar.make }]),
  ];
  const choose = (id: string) => {
    setNaming(id === NEW);
    if (id !== NEW) form.set('calendar', id === USUAL ? '' : id.slice(NAMED.length));
  };
  const create = async (name: string) => {
    setNaming(false);
    // However it is written, it is the one that is there.
    const renamed = former.find((other) => isSameCalendar(other.name, name))?.current;
    const same = names.find((other) => isSameCalendar(other, name)) ?? renamed ?? undefined;
    if (renamed) notify({ tone: 'neutral', text: t.calendar.renamed(name, renamed) });
    form.set('calendar', same ?? name);
    if (same !== undefined) return;
    if ((await form.calendars?.create(name)) === false) notify({ tone: 'danger', text: t.calendar.notKept });
    else listAgain(); // it may have been one that was removed
  };
  return (
    <>
      <Select
        label={t['field.calendar']}
        hint={t['field.calendar.hint']}
        options={options}
        value={isNaming ? NEW : value === '' ? USUAL : `${NAMED}${current ?? value}`}
        isDisabled={form.isReadOnly}
        error={form.error('calendar') ?? (current === null ? t.calendar.gone : undefined)}
        onChange={choose}
      />
      {isNaming && <NewCalendar onCreate={(name) => void create(name)} onLeave={() => setNaming(false)} />}
    </>
  );
}

interface NewCalendarProps {
  readonly onCreate: (name: string) => void;
  readonly onLeave: () => void;
}

function NewCalendar({ onCreate, onLeave }: NewCalendarProps) {
  const t = useMessages(messages);
  const [name, setName] = useState('');
  const wanted = name.trim();
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== '') onCreate(wanted);
      }}
    >
      <TextField
        label={t.calendar.name}
        placeholder={t.calendar.placeholder}
        value={name}
        maxLength={CALENDAR_NAME}
        autoFocus
        onChange={setName}
      />
      <div className="flex gap-2">
        <Button type="submit" isDisabled={wanted === ''}>
          {t.calendar.create}
        </Button>
        <Button variant="ghost" onPress={onLeave}>
          {t.calendar.leave}
        </Button>
      </div>
    </form>
  );
}

/**
 * Those of the workspace and those that steps of this flow use, this one included, as they are called now. `current`: what the one of
 * this step is called; null when it was removed.
 */
function useCalendars(form: KindForm, value: string) {
  const [listed, setListed] = useState<CalendarNames>({ names: [], former: [] });
  const [round, setRound] = useState(0);
  const { calendars } = form;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks again
  useEffect(() => {
    let isShown = true;
    void calendars?.list().then((found) => {
      if (isShown) setListed(found);
    });
    return () => {
      isShown = false;
    };
  }, [calendars, round]);
  const { former } = listed;
  const called = (name: string) => calendarNow(listed, name);
  const used = form
    .steps()
    .filter(({ kind }) => kind === book.id)
    .map(({ data }) => called(calendarOf(data as BookData)));
  const current = called(value);
  const names = [...new Set([...listed.names, ...used, current])].filter(
    (name) => name !== null && name !== '',
  );
  return {
    names: (names as string[]).sort((one, other) => one.localeCompare(other)),
    former,
    current,
    listAgain: () => setRound((count) => count + 1),
  };
}
