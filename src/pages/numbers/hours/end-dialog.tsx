/** One flow at all hours again: which one is asked, among those that are in service on the number. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReadyAnswer } from '../../../data/number-schedules.ts';
import type { PhoneNumber } from '../../../data/numbers.ts';
import { flowsQuery } from '../../../data/queries.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { Confirm } from '../../../ui/confirm.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { useWorkspace } from '../../workspace-context.ts';
import { messages } from './messages.ts';
import { useSetSchedule } from './use-set-schedule.ts';

export interface EndDialogProps {
  readonly number: PhoneNumber;
  readonly ready: readonly ReadyAnswer[];
  readonly onClose: () => void;
}

export function EndDialog({ number, ready, onClose }: EndDialogProps) {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const flows = useQuery(flowsQuery(workspace.id)).data;
  const options = ready.flatMap(({ flowId }) =>
    flowId === null
      ? []
      : [{ id: flowId, label: flows?.find(({ id }) => id === flowId)?.name ?? t.flowGone }],
  );
  const answering = options.find(({ id }) => id === number.flowId) ?? options[0];
  const [flowId, setFlowId] = useState(answering?.id ?? null);
  const set = useSetSchedule(number.id, onClose);
  return (
    <Confirm
      isOpen
      title={t.endTitle}
      confirmLabel={t.endDo}
      isPending={set.isPending}
      onConfirm={() => (flowId === null ? onClose() : set.mutate({ rows: [], rest: { flowId } }))}
      onClose={onClose}
    >
      <span className="flex flex-col gap-4">
        <span>{options.length === 0 ? t.endNone : t.endText}</span>
        {options.length > 0 && (
          <RadioGroup label={t.endWhich} options={options} value={flowId} onChange={setFlowId} />
        )}
      </span>
    </Confirm>
  );
}
