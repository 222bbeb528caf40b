/** Opening hours chosen from those of the flow and of the workspace, made on the spot or changed in place. Knows no kind. */
import { CalendarClock, Share2, Unlink } from 'lucide-react';
import type { HoursId, OpeningHours } from '../flow/document.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Link } from '../ui/link.tsx';
import { Select } from '../ui/select.tsx';
import { HoursForm } from './hours-form.tsx';
import type { KindForm } from './kind-view.ts';
import { formMessages } from './messages.ts';

/** No hours have such ids. */
const NEW = 'new hours';
const SHARED = 'shared ';
const NONE = 'no hours';
const MORNING = { from: 9 * 60, to: 12 * 60 };
const AFTERNOON = { from: 14 * 60, to: 18 * 60 };

/** Monday to Friday, morning and afternoon: something to correct rather than an empty table. */
export function usualHours(id: HoursId, name: string, timeZone: string): OpeningHours {
  const week = Array.from({ length: 7 }, (_, day) => (day < 5 ? [MORNING, AFTERNOON] : []));
  return { id, name, timeZone, week, holidays: 'none', exceptions: [], shared: null };
}

/** For a drawing without hours: a copy of the workspace's when it has any, or the usual ones. */
export function firstHours(form: KindForm, name: string): OpeningHours {
  const id = form.newId() as HoursId;
  const shared = form.sharedHours?.all[0];
  return shared
    ? { ...shared.content, id, shared: shared.id }
    : usualHours(id, name, form.document.settings.timeZone);
}

export interface HoursFieldProps {
  readonly form: KindForm;
  /** Path of the field in the step's data; it holds an id of the flow's hours. */
  readonly path: string;
  readonly value: string;
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: string;
  /** What it means that no hours are chosen; without it some have to be. */
  readonly none?: string;
}

export function HoursField({ form, path, value, label, labelHidden = false, hint, none }: HoursFieldProps) {
  const t = useMessages(formMessages);
  const hours = form.document.hours[value as HoursId];
  const followed = new Set(Object.values(form.document.hours).map(({ shared }) => shared));
  const offered = (form.sharedHours?.all ?? []).filter(({ id }) => !followed.has(id));
  const choose = (id: string) => {
    const shared = offered.find((one) => `${SHARED}${one.id}` === id);
    if (!shared && id !== NEW) return form.set(path, id === NONE ? '' : id);
    const own = form.newId() as HoursId;
    const made = shared
      ? { ...shared.content, id: own, shared: shared.id }
      : usualHours(own, t.newHours, form.document.settings.timeZone);
    form.edit({ changes: [{ path, value: made.id }], hours: [made] });
  };
  return (
    <div className="flex flex-col gap-2">
      <Select
        label={label}
        labelHidden={labelHidden}
        {...(hint === undefined ? {} : { hint })}
        error={form.error(path)}
        placeholder={t.hoursToChoose}
        options={[
          ...(none === undefined ? [] : [{ id: NONE, label: none }]),
          ...Object.values(form.document.hours).map(({ id, name, shared }) => ({
            id: id as string,
            label: name,
            ...(shared === null ? {} : { hint: t.hoursShared }),
          })),
          ...offered.map(({ id, content }) => ({
            id: `${SHARED}${id}`,
            label: content.name,
            hint: t.hoursShared,
          })),
          { id: NEW, label: t.newHours },
        ]}
        value={hours?.id ?? (none !== undefined && value === '' ? NONE : null)}
        isDisabled={form.isReadOnly}
        onChange={choose}
      />
      {hours && (
        <Disclosure
          title={
            <>
              <CalendarClock aria-hidden className="size-4" />{' '}
              {hours.shared === null ? t.editHours : t.seeHours}
            </>
          }
        >
          <HoursOfFlow hours={hours} form={form} />
        </Disclosure>
      )}
    </div>
  );
}

/** Shared hours are changed in one place, for all flows; those of the drawing here. */
function HoursOfFlow({ hours, form }: { readonly hours: OpeningHours; readonly form: KindForm }) {
  const t = useMessages(formMessages);
  const { share, unlink } = form.sharedHours ?? {};
  return (
    <div className="flex flex-col gap-3">
      {hours.shared !== null && (
        <div className="flex flex-col items-start gap-1.5 rounded-lg bg-accent-soft p-3 text-sm">
          <p>{t.hoursFollowed}</p>
          <Link href="/settings/opening-hours">{t.changeForAll}</Link>
          {unlink && (
            <Button
              size="small"
              variant="ghost"
              className="-ml-2"
              icon={<Unlink />}
              isDisabled={form.isReadOnly}
              onPress={() => unlink(hours.id)}
            >
              {t.unlinkHours}
            </Button>
          )}
        </div>
      )}
      <HoursForm
        hours={hours}
        isReadOnly={form.isReadOnly || hours.shared !== null}
        onChange={(next, typing) =>
          form.edit({ changes: [], hours: [next], ...(typing === undefined ? {} : { typing }) })
        }
      />
      {hours.shared === null && share && (
        <Button
          size="small"
          variant="ghost"
          className="-ml-2 self-start"
          icon={<Share2 />}
          isDisabled={form.isReadOnly || hours.name.trim() === ''}
          onPress={() => share(hours)}
        >
          {t.shareHours}
        </Button>
      )}
    </div>
  );
}
