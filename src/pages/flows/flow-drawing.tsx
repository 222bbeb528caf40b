/** The tiny map and the count of problems of a stored flow. Loaded after the list: it brings the step kinds along. */
import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { checkFlow, readFlow } from '../../kinds/registry.ts';
import { Badge } from '../../ui/badge.tsx';
import { FlowThumbnail } from '../flow-thumbnail.tsx';
import { messages } from './messages.ts';

export interface FlowDrawingProps {
  readonly name: string;
  /** As stored; may be of any age or broken. */
  readonly stored: unknown;
}

export function FlowDrawing({ name, stored }: FlowDrawingProps) {
  const t = useMessages(messages);
  const { document, count } = useMemo(() => {
    const read = readFlow(stored);
    const errors = checkFlow(read.document).filter(({ severity }) => severity === 'error');
    return { document: read.document, count: errors.length };
  }, [stored]);
  return (
    <>
      <FlowThumbnail document={document} label={t.map(name)} className="absolute inset-0 size-full" />
      {count > 0 && (
        <Badge tone="warning" icon={<TriangleAlert aria-hidden />} className="absolute right-3 bottom-3">
          {t.problems(count)}
        </Badge>
      )}
    </>
  );
}
