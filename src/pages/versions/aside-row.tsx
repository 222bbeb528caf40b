/** A draft that was set aside: compared with the draft of now, or taken up again. */
import type { Snapshot } from '../../data/snapshots.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { DrawingDeeds } from './drawing-deeds.tsx';
import { messages } from './messages.ts';
import { asideSide } from './sides.ts';
import type { useRestoreDraft } from './use-restore-draft.ts';

export interface AsideRowProps {
  readonly flowId: string;
  readonly kept: Snapshot;
  readonly canChange: boolean;
  readonly draft: ReturnType<typeof useRestoreDraft>;
}

export function AsideRow({ flowId, kept, canChange, draft }: AsideRowProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const name = t.asideName(format.dateTime(kept.createdAt));
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
      <span className="min-w-0 flex-[1_1_14rem]">{name}</span>
      <div className="flex flex-wrap gap-2">
        <DrawingDeeds
          flowId={flowId}
          name={name}
          side={asideSide(kept.id)}
          canChange={canChange}
          draft={draft}
          fetchDocument={async () => kept.document}
        />
      </div>
    </li>
  );
}
