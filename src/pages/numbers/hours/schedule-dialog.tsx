/** Who answers when, written as a few lines, with what comes of it below. */
import { useQuery } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { StoredSchedule } from '../../../data/number-schedules.ts';
import type { PhoneNumber } from '../../../data/numbers.ts';
import type { WorkspaceHours } from '../../../data/opening-hours.ts';
import { flowsQuery } from '../../../data/queries.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { overlaps } from '../../../publish/by-hours.ts';
import { MOST_HOURS } from '../../../publish/numbers-wire.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { useWorkspace } from '../../workspace-context.ts';
import { byHoursOf, type Place, zoneOf } from './by-hours-of.ts';
import { Coming } from './coming.tsx';
import { messages } from './messages.ts';
import { type DraftRow, draftOf, lacksOf, requestOf } from './schedule-draft.ts';
import { useSetSchedule } from './use-set-schedule.ts';

const DAYS = 14;

export interface ScheduleDialogProps {
  readonly number: PhoneNumber;
  readonly schedule: StoredSchedule | undefined;
  readonly hours: readonly WorkspaceHours[];
  readonly onClose: () => void;
}

export function ScheduleDialog(props: ScheduleDialogProps) {
  const t = useMessages(messages);
  if (props.hours.length > 0) return <Form {...props} />;
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={t.title}
      lead={t.lead}
      footer={
        <>
          <Button variant="ghost" onPress={props.onClose}>
            {t.cancel}
          </Button>
          <ButtonLink href="/settings/opening-hours" variant="primary">
            {t.toHours}
          </ButtonLink>
        </>
      }
    >
      <p className="max-w-160 text-base text-pretty">{t.noHours}</p>
    </Dialog>
  );
}

function Form({ number, schedule, hours, onClose }: ScheduleDialogProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const { workspace } = useWorkspace();
  const flows = useQuery(flowsQuery(workspace.id)).data ?? [];
  const [now] = useState(() => Date.now());
  const [draft, setDraft] = useState(() =>
    draftOf(schedule, {
      hoursId: hours.length === 1 ? (hours[0]?.id ?? null) : null,
      flowId: number.flowId,
      words: t.restWordsStart,
    }),
  );
  const [isChecked, setChecked] = useState(false);
  const set = useSetSchedule(number.id, onClose);
  const lacks = lacksOf(draft);
  const request = requestOf(draft);
  const errorOf = (field: string) => {
    const lack = lacks.get(field);
    return lack === undefined || !(isChecked || lack === 'same') ? undefined : t[lack];
  };
  const change = (key: number, part: Partial<DraftRow>) =>
    setDraft({ ...draft, rows: draft.rows.map((row) => (row.key === key ? { ...row, ...part } : row)) });
  const flowOptions = flows.map(({ id, name }) => ({ id, label: name }));
  const hourOptions = hours.map(({ id, name, content }) => ({
    id,
    label: name,
    ...(content === null ? { hint: t.hoursGone } : {}),
  }));
  const nameOfFlow = (id: string | null) => flows.find((flow) => flow.id === id)?.name ?? t.flowGone;
  const nameOf = (place: Place) =>
    place !== 'rest'
      ? nameOfFlow(draft.rows[place]?.flowId ?? null)
      : draft.restAs === 'words'
        ? t.words(draft.words.trim())
        : nameOfFlow(draft.restFlowId);
  const byHours = byHoursOf(draft.rows, hours);
  const nameOfHours = (place: number) =>
    hours.find(({ id }) => id === draft.rows[place]?.hoursId)?.name ?? '';
  const restOptions = [
    { id: 'words' as const, label: t.restWords, hint: t.restWordsHint },
    { id: 'flow' as const, label: t.restFlow, hint: t.restFlowHint },
  ];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.title}
      lead={t.lead}
      isDismissable={!set.isPending}
      footer={
        <>
          <Button variant="ghost" onPress={onClose}>
            {t.cancel}
          </Button>
          <Button
            variant="primary"
            isPending={set.isPending}
            onPress={() => (request === null ? setChecked(true) : set.mutate(request))}
          >
            {t.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {draft.rows.map((row, place) => (
          <fieldset key={row.key} aria-label={t.row(place + 1)} className="flex flex-wrap items-start gap-3">
            <Select
              className="min-w-44 flex-1"
              label={t.hours}
              options={hourOptions}
              value={row.hoursId}
              onChange={(hoursId) => change(row.key, { hoursId })}
              error={errorOf(`hours ${place}`)}
            />
            <Select
              className="min-w-44 flex-1"
              label={t.flow}
              options={flowOptions}
              value={row.flowId}
              onChange={(flowId) => change(row.key, { flowId })}
              error={errorOf(`flow ${place}`)}
            />
            {draft.rows.length > 1 && (
              <IconButton
                className="mt-6"
                label={t.removeRow(place + 1)}
                icon={<Trash2 />}
                onPress={() => setDraft({ ...draft, rows: draft.rows.filter(({ key }) => key !== row.key) })}
              />
            )}
          </fieldset>
        ))}
        {overlaps(byHours, now, DAYS).map(({ upper, lower, at }) => (
          <Banner key={`${upper} ${lower}`} tone="info">
            {t.overlap(
              nameOfHours(upper),
              nameOfHours(lower),
              `${format.dayIn(at, zoneOf(byHours))}, ${format.timeIn(at, zoneOf(byHours))}`,
            )}
          </Banner>
        ))}
        {draft.rows.length < MOST_HOURS && hours.length > draft.rows.length && (
          <Button
            className="self-start"
            size="small"
            icon={<Plus aria-hidden />}
            onPress={() => {
              const key = 1 + Math.max(...draft.rows.map((row) => row.key));
              setDraft({ ...draft, rows: [...draft.rows, { key, hoursId: null, flowId: null }] });
            }}
          >
            {t.addRow}
          </Button>
        )}
        <RadioGroup
          label={t.restAs}
          options={restOptions}
          value={draft.restAs}
          onChange={(restAs) => setDraft({ ...draft, restAs })}
        />
        {draft.restAs === 'words' ? (
          <TextArea
            label={t.restWordsLabel}
            value={draft.words}
            onChange={(words) => setDraft({ ...draft, words })}
            maxLength={500}
            error={errorOf('rest')}
          />
        ) : (
          <Select
            label={t.flow}
            options={flowOptions}
            value={draft.restFlowId}
            onChange={(restFlowId) => setDraft({ ...draft, restFlowId })}
            error={errorOf('rest')}
          />
        )}
        {request !== null && (
          <div className="rounded-card border border-line bg-sunken p-4">
            <Coming title={t.preview} schedule={byHours} now={now} nameOf={nameOf} isPreview />
          </div>
        )}
        <p className="text-sm text-pretty text-muted">{t.exact}</p>
      </div>
    </Dialog>
  );
}
