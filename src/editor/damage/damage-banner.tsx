/** Above the canvas: why this flow may only be looked at, and the way to the details. */
import { useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDocumentState, useEditor } from '../editor-context.ts';
import type { Damage } from './damage.ts';
import { DamageReport } from './damage-report.tsx';
import { useLimitText } from './limit-text.ts';
import { damageMessages } from './messages.ts';

export function DamageBanner({ damage }: { readonly damage: Damage }) {
  const { workspaceId } = useEditor();
  const t = useMessages(damageMessages);
  const name = useDocumentState(({ document }) => document.name);
  const sayLimit = useLimitText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Banner
      tone="warning"
      className="!rounded-none"
      action={
        <Button size="small" onPress={() => setOpen(true)}>
          {t.show}
        </Button>
      }
    >
      {damage.losses.length > 0 ? t.banner : damage.limit && sayLimit.onOpening(damage.limit)}
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t.title} lead={t.lead}>
        <DamageReport damage={damage} workspaceId={workspaceId} name={name} />
      </Dialog>
    </Banner>
  );
}
