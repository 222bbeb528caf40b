/** What can be done with a drawing that is not the draft: compare it with the draft, make it the draft. */
import { PencilRuler } from 'lucide-react';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { messages } from './messages.ts';
import { compareAddress, DRAFT, type Side } from './sides.ts';
import type { useRestoreDraft } from './use-restore-draft.ts';

export interface DrawingDeedsProps {
  readonly flowId: string;
  readonly name: string;
  readonly side: Side;
  readonly canChange: boolean;
  readonly draft: ReturnType<typeof useRestoreDraft>;
  readonly fetchDocument: () => Promise<unknown>;
}

export function DrawingDeeds({ flowId, name, side, canChange, draft, fetchDocument }: DrawingDeedsProps) {
  const t = useMessages(messages);
  return (
    <>
      <ButtonLink size="small" href={compareAddress(flowId, side, DRAFT)} aria-label={t.compareOne(name)}>
        {t.compare}
      </ButtonLink>
      {canChange && (
        <Button
          size="small"
          icon={<PencilRuler />}
          aria-label={t.restoreOne(name)}
          isPending={draft.pending === name}
          onPress={() => void draft.restore(name, fetchDocument)}
        >
          {t.restore}
        </Button>
      )}
    </>
  );
}
