/** All opening hours of the flow; those that other flows follow too are only shown. */
import { useMessages } from '../../i18n/use-messages.ts';
import { HoursForm } from '../../kinds/hours-form.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { FaultLine } from '../../ui/field-hint.tsx';
import { editHours } from '../commands/edit-hours.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { settingsMessages } from './messages.ts';
import { useSettingsFault } from './use-settings-fault.ts';

export function FlowHours() {
  const { store, isReadOnly } = useEditor();
  const t = useMessages(settingsMessages);
  const fault = useSettingsFault();
  const hours = Object.values(useDocumentState(({ document }) => document.hours));
  const faults = hours.map(({ name }) =>
    fault(
      ({ code, params }) =>
        (code.startsWith('hours-') || code === 'unknown-time-zone') && params.name === name,
    ),
  );
  return (
    <Disclosure
      title={t.hours}
      hasFault={faults.some((one) => one !== undefined)}
      className="border-t border-line pt-3"
    >
      <p className="mb-3 text-xs text-muted">{hours.length === 0 ? t.noHours : t.hoursHint}</p>
      <div className="flex flex-col gap-2">
        {hours.map((one, index) => {
          const { id, ...before } = one;
          return (
            <Disclosure
              key={id}
              title={one.name || '…'}
              hasFault={faults[index] !== undefined}
              className="rounded-lg border border-line p-3"
            >
              {one.shared !== null && <p className="mb-2 text-xs text-muted">{t.sharedHours}</p>}
              <FaultLine error={faults[index]} />
              <HoursForm
                hours={one}
                isReadOnly={isReadOnly || one.shared !== null}
                onChange={({ id: _, ...after }, typing) => {
                  const changes = changed(before, after);
                  store.run(editHours, { hours: id, changes, ...(typing === undefined ? {} : { typing }) });
                }}
              />
            </Disclosure>
          );
        })}
      </div>
    </Disclosure>
  );
}

/** Only what is another now, so that undo and other people's edits touch no more than that. */
function changed<Value extends object>(before: Value, after: Value): Partial<Value> {
  return Object.fromEntries(
    Object.entries(after).filter(([key, value]) => before[key as keyof Value] !== value),
  ) as Partial<Value>;
}
