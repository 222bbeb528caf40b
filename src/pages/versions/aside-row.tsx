/** A draft that was set aside: compared with the draft of now, or taken up again. */
import { PencilRuler } from 'lucide-react';
import type { Snapshot } from '../../data/snapshots.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { messages } from './messages.ts';
import { asideSide, compareAddress, DRAFT } from './sides.ts';
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
        <ButtonLink
          size="small"
          href={compareAddress(flowId, asideSide(kept.id), DRAFT)}
          aria-label={t.compareOne(name)}
        >
          {t.compare}
        </ButtonLink>
        {canChange && (
          <Button
            size="small"
            icon={<PencilRuler />}
            aria-label={t.restoreOne(name)}
            isPending={draft.pending === name}
            onPress={() => void draft.restore(name, async () => kept.document)}
          >
            {t.restore}
          </Button>
        )}
      </div>
    </li>
  );
}
