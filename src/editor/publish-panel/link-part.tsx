/** The flow's browser link in the window: its address, and what answers on it by itself. Nothing for flows whose link is off and never answered. */
import { useMessages } from '../../i18n/use-messages.ts';
import { useEditor } from '../editor-context.ts';
import { LinkAddress, useLink } from './link-address.tsx';
import { publishMessages } from './messages.ts';
import { Part } from './part.tsx';
import type { Publication } from './publication.ts';
import { LinkService } from './service/number-service.tsx';

interface LinkPartProps {
  readonly numberId: string | null;
  readonly publication: Publication;
}

export function LinkPart({ numberId, publication }: LinkPartProps) {
  const t = useMessages(publishMessages);
  const { flowId } = useEditor();
  const link = useLink();
  return (
    <>
      {link?.isOn && link.token !== null && (
        <Part title={t.linkTitle}>
          <LinkAddress lead={t.linkToo} />
        </Part>
      )}
      {link?.byItself && <LinkService flowId={flowId} numberId={numberId} publication={publication} />}
    </>
  );
}
