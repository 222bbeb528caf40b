/** A schedule in a few words, for a list: each hours with the flow that answers then. */
import type { StoredSchedule } from '../../../data/number-schedules.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { messages } from './messages.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Empty without a schedule. */
export function useInTurn(
  flows: readonly Named[] | undefined,
  hours: readonly Named[] | undefined,
): (schedule: StoredSchedule | undefined) => string[] {
  const t = useMessages(messages);
  const flowOf = (id: string | null) =>
    id === null ? t.sentence : (flows?.find((flow) => flow.id === id)?.name ?? t.flowGone);
  return (schedule) =>
    schedule === undefined || hours === undefined
      ? []
      : [
          ...schedule.rows.map(({ hoursId, flowId }) =>
            t.listed(hours.find(({ id }) => id === hoursId)?.name ?? t.hoursGone, flowOf(flowId)),
          ),
          t.listed(t.rest, flowOf(schedule.rest.flowId)),
        ];
}
