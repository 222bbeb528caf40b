/** What answers a number: one flow at all hours, or several by opening hours, each with whether it is ready. */
import { useQuery } from '@tanstack/react-query';
import { CalendarClock } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { openingHoursQuery } from '../../../data/editor-queries.ts';
import { schedulesQuery } from '../../../data/number-queries.ts';
import type { ReadyAnswer, StoredSchedule } from '../../../data/number-schedules.ts';
import type { PhoneNumber } from '../../../data/numbers.ts';
import type { WorkspaceHours } from '../../../data/opening-hours.ts';
import { flowsQuery } from '../../../data/queries.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { answerAt } from '../../../publish/by-hours.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Link } from '../../../ui/link.tsx';
import { useWorkspace } from '../../workspace-context.ts';
import { byHoursOf, type Place } from './by-hours-of.ts';
import { Coming } from './coming.tsx';
import { EndDialog } from './end-dialog.tsx';
import { messages } from './messages.ts';
import { ScheduleDialog } from './schedule-dialog.tsx';

export interface ScheduleCardProps {
  readonly title: string;
  readonly number: PhoneNumber;
  /** What is shown while one flow answers at all hours. */
  readonly single: ReactNode;
}

export function ScheduleCard({ title, number, single }: ScheduleCardProps) {
  const t = useMessages(messages);
  const { workspace, canChange } = useWorkspace();
  const known = useQuery(schedulesQuery(workspace.id)).data;
  const hours = useQuery(openingHoursQuery(workspace.id)).data;
  const [open, setOpen] = useState<'form' | 'end' | null>(null);
  const schedule = known?.schedules.find(({ numberId }) => numberId === number.id);
  const ready = (known?.ready ?? []).filter(({ numberId }) => numberId === number.id);
  const mayChange = canChange && !number.isElsewhere && number.removalDueAt === null;
  const close = () => setOpen(null);
  return (
    <Card title={title}>
      {schedule && hours ? (
        <Scheduled schedule={schedule} hours={hours} ready={ready} number={number} />
      ) : (
        single
      )}
      {mayChange && known && hours && (
        <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button icon={<CalendarClock aria-hidden />} onPress={() => setOpen('form')}>
            {schedule ? t.change : t.begin}
          </Button>
          {schedule ? (
            <Button variant="ghost" onPress={() => setOpen('end')}>
              {t.end}
            </Button>
          ) : (
            <span className="text-sm text-muted">{t.beginHint}</span>
          )}
        </div>
      )}
      {open === 'form' && hours && (
        <ScheduleDialog number={number} schedule={schedule} hours={hours} onClose={close} />
      )}
      {open === 'end' && <EndDialog number={number} ready={ready} onClose={close} />}
    </Card>
  );
}

interface ScheduledProps {
  readonly schedule: StoredSchedule;
  readonly hours: readonly WorkspaceHours[];
  readonly ready: readonly ReadyAnswer[];
  readonly number: PhoneNumber;
}

function Scheduled({ schedule, hours, ready, number }: ScheduledProps) {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const flows = useQuery(flowsQuery(workspace.id)).data;
  const [now] = useState(() => Date.now());
  const byHours = byHoursOf(schedule.rows, hours);
  const due = answerAt(byHours, now);
  const answers = (place: Place) => (place === 'rest' ? schedule.rest : schedule.rows[place]);
  const nameOf = (place: Place) => {
    const { flowId = null, words = null } = answers(place) ?? {};
    return words === null ? (flows?.find(({ id }) => id === flowId)?.name ?? t.flowGone) : t.words(words);
  };
  const whenOf = (place: Place) =>
    place === 'rest'
      ? t.rest
      : t.during(hours.find(({ id }) => id === schedule.rows[place]?.hoursId)?.name ?? t.hoursGone);
  const places: Place[] = [...schedule.rows.keys(), 'rest'];
  return (
    <div className="flex flex-col gap-4">
      <ul className="divide-y divide-line">
        {places.map((place) => {
          const flowId = answers(place)?.flowId ?? null;
          const standsFor = ready.find((one) => one.flowId === flowId);
          const isAnswering = standsFor !== undefined && standsFor.deploymentId === number.deploymentId;
          return (
            <li key={place} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-3 first:pt-0 last:pb-0">
              <div className="min-w-0 flex-1 basis-60">
                <p className="text-sm text-muted">{whenOf(place)}</p>
                <p className="text-base text-pretty">
                  {flowId === null ? nameOf(place) : <Link href={`/flows/${flowId}`}>{nameOf(place)}</Link>}
                </p>
                {!standsFor && (
                  <p className="text-sm text-pretty text-warning">
                    {flowId === null ? t.notReadyWords : t.notReady}{' '}
                    {flowId !== null && <Link href={`/flows/${flowId}`}>{t.publish}</Link>}
                  </p>
                )}
                {standsFor?.isOut && <p className="text-sm text-muted">{t.isOut}</p>}
              </div>
              {place === due && isAnswering && (
                <Badge tone="success" dot>
                  {t.now}
                </Badge>
              )}
              {place === due && standsFor && !isAnswering && <Badge tone="warning">{t.soon}</Badge>}
              {place !== due && isAnswering && answers(due)?.flowId !== flowId && (
                <Badge tone="success" dot>
                  {t.now}
                </Badge>
              )}
            </li>
          );
        })}
      </ul>
      <Coming title={t.coming} schedule={byHours} now={now} nameOf={nameOf} />
      <p className="max-w-160 text-sm text-pretty text-muted">{t.exact}</p>
    </div>
  );
}
