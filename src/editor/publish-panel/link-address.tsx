/** The address of the flow's browser link, to be copied; nothing where the link is off or nobody may know its address. */
import { useQuery } from '@tanstack/react-query';
import { linksQuery } from '../../data/number-queries.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useEditor } from '../editor-context.ts';
import { publishMessages } from './messages.ts';

/** Undefined while it is not known. */
export function useLink() {
  const { flowId, workspaceId } = useEditor();
  return useQuery(linksQuery(workspaceId)).data?.find((link) => link.flowId === flowId);
}

export function LinkAddress({ lead }: { readonly lead: string }) {
  const t = useMessages(publishMessages);
  const link = useLink();
  if (!link?.isOn || link.token === null) return null;
  const address = `${location.origin}/talk/${link.token}`;
  return (
    <div>
      <p className="text-sm text-muted">{link.pausedWords === null ? lead : t.linkPaused}</p>
      <div className="mt-1.5 flex flex-wrap items-end gap-2">
        <TextField label={t.linkAddress} labelHidden value={address} isReadOnly className="min-w-48 flex-1" />
        <CopyButton text={address} label={t.copyLink} copied={t.linkCopied} notCopied={t.linkNotCopied} />
      </div>
    </div>
  );
}
