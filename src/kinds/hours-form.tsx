/** Opening hours as a form: the week, public holidays, special days and the time zone. Knows no kind. */
import { Ellipsis } from 'lucide-react';
import { HOLIDAY_CALENDARS, type OpeningHours, type TimeSpan } from '../flow/document.ts';
import { nextHolidays } from '../flow/holidays.ts';
import { localDate } from '../flow/hours.ts';
import { useFormat } from '../i18n/format.ts';
import { useLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ComboBox } from '../ui/combo-box.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { formMessages } from './messages.ts';
import { SpanList } from './span-list.tsx';
import { SpecialDays } from './special-days.tsx';

/** A Monday; only its weekday counts. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;
const WORKING_DAYS = 5;
/** Four hundred names, always the same. */
export const TIME_ZONES = Intl.supportedValuesOf('timeZone').map((id) => ({
  id,
  label: id.replaceAll('_', ' '),
}));

export interface HoursFormProps {
  readonly hours: OpeningHours;
  readonly isReadOnly: boolean;
  /** `typing` is the same word for letters of one field. */
  readonly onChange: (hours: OpeningHours, typing?: string) => void;
}

export function HoursForm({ hours, isReadOnly, onChange }: HoursFormProps) {
  const t = useMessages(formMessages);
  const format = useFormat();
  const next = nextHolidays(hours.holidays, localDate(hours.timeZone, Date.now()), 3);
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label={t.hoursName}
        hint={t.hoursNameHint}
        value={hours.name}
        maxLength={80}
        isReadOnly={isReadOnly}
        onChange={(name) => onChange({ ...hours, name }, `hours:${hours.id}:name`)}
      />
      <Week hours={hours} isReadOnly={isReadOnly} onChange={(week) => onChange({ ...hours, week })} />
      <Select
        label={t.publicHolidays}
        options={HOLIDAY_CALENDARS.map((id) => ({ id, label: t.holidays[id] }))}
        value={hours.holidays}
        isDisabled={isReadOnly}
        hint={
          next.length === 0
            ? t.publicHolidaysHint
            : t.nextHolidays(next.map((date) => format.date(`${date}T12:00:00`)).join(', '))
        }
        onChange={(holidays) => onChange({ ...hours, holidays })}
      />
      <SpecialDays
        hours={hours}
        isReadOnly={isReadOnly}
        onChange={(exceptions) => onChange({ ...hours, exceptions })}
      />
      <ComboBox
        label={t.timeZone}
        hint={t.timeZoneHint}
        options={TIME_ZONES}
        value={hours.timeZone}
        isDisabled={isReadOnly}
        onChange={(timeZone) => onChange({ ...hours, timeZone })}
      />
    </div>
  );
}

interface WeekProps {
  readonly hours: OpeningHours;
  readonly isReadOnly: boolean;
  readonly onChange: (week: OpeningHours['week']) => void;
}

function Week({ hours: { week }, isReadOnly, onChange }: WeekProps) {
  const t = useMessages(formMessages);
  const language = useLanguage();
  const put = (which: (spans: readonly TimeSpan[], day: number) => boolean, spans: readonly TimeSpan[]) =>
    onChange(week.map((old, index) => (which(old, index) ? spans : old)));
  return (
    <div className="flex flex-col gap-2">
      {week.map((spans, day) => {
        const date = MONDAY + day * DAY;
        const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(date);
        const short = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(date);
        const copy = (
          id: string,
          label: string,
          which: (old: readonly TimeSpan[], at: number) => boolean,
        ) => ({
          id,
          label,
          isDisabled: spans.length === 0,
          onAction: () => put(which, spans),
        });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a day is its place in the week
          <div key={day} className="flex items-start gap-2">
            <span
              aria-hidden
              className="flex min-h-8 w-9 items-center text-sm text-muted pointer-coarse:min-h-11"
            >
              {short}
            </span>
            <SpanList
              day={name}
              spans={spans}
              isReadOnly={isReadOnly}
              onChange={(changed) => put((_, at) => at === day, changed)}
            >
              <Menu
                label={t.dayMenu(name)}
                trigger={<IconButton label={t.dayMenu(name)} icon={<Ellipsis />} size="small" />}
                groups={[
                  {
                    id: 'copy',
                    actions: [
                      copy('open', t.copyToOpen, (old) => old.length > 0),
                      copy('working', t.copyToWorkingDays, (_, at) => at < WORKING_DAYS),
                      copy('all', t.copyToAll, () => true),
                    ],
                  },
                  {
                    id: 'close',
                    actions: [
                      {
                        id: 'closed',
                        label: t.closeDay,
                        isDisabled: spans.length === 0,
                        onAction: () => put((_, at) => at === day, []),
                      },
                    ],
                  },
                ]}
              />
            </SpanList>
          </div>
        );
      })}
    </div>
  );
}
