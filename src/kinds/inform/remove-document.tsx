/** Asks before a document leaves the workspace, once it is known which flows use it; one that answers calls has to stay. */
import { useEffect, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { FilesForm, FileUse, OfferedFile } from '../kind-view.ts';
import { messages } from './messages.ts';

export interface RemoveDocumentProps {
  readonly file: OfferedFile;
  readonly changes: NonNullable<FilesForm['changes']>;
  /** Of the list that it leaves as well. */
  readonly path: string;
  readonly onClose: () => void;
}

export function RemoveDocument({ file, changes, path, onClose }: RemoveDocumentProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const [uses, setUses] = useState<readonly FileUse[] | null>(null);
  const [isPending, setPending] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each opening
  useEffect(() => {
    let isOpen = true;
    void changes.uses(file.id).then((found) => {
      if (!isOpen) return;
      if (found) setUses(found);
      else onClose();
    });
    return () => {
      isOpen = false;
    };
  }, [file.id]);
  if (!uses) return null;
  const names = (list: readonly FileUse[]) => format.list(list.map(({ name }) => name));
  const serving = uses.filter(({ isInService }) => isInService);
  if (serving.length > 0)
    return (
      <Dialog
        isOpen
        size="small"
        role="alertdialog"
        title={t['files.inService'](file.name)}
        onClose={onClose}
        footer={
          <Button variant="primary" autoFocus onPress={onClose}>
            {t['files.understood']}
          </Button>
        }
      >
        <p className="text-base text-muted">{t['files.inService.do'](names(serving))}</p>
      </Dialog>
    );
  return (
    <Confirm
      isOpen
      isDanger
      isPending={isPending}
      title={t['files.removeTitle'](file.name)}
      confirmLabel={t['files.removeNow']}
      onClose={onClose}
      onConfirm={() => {
        setPending(true);
        void changes.remove(path, file.id).then(onClose);
      }}
    >
      {uses.length > 0 && <p className="mb-2">{t['files.usedBy'](names(uses))}</p>}
      <p>{t['files.removeFinal']}</p>
    </Confirm>
  );
}
