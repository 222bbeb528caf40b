/** Right after a publication: what answered before answers again, with one press. Where nothing did, words take its place. */
import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { numberServiceQuery } from '../../../data/number-queries.ts';
import { restore } from '../../../data/service.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { Button } from '../../../ui/button.tsx';
import { useEditor } from '../../editor-context.ts';
import type { Publication } from '../publication.ts';
import { serviceMessages } from './messages.ts';

interface UndoButtonProps {
  readonly numberId: string;
  readonly publication: Publication;
  /** A number is never left without an answer. */
  readonly onUnpublish: (deploymentId: string) => void;
}

export function UndoButton({ numberId, publication, onUnpublish }: UndoButtonProps) {
  const t = useMessages(serviceMessages);
  const { flowId } = useEditor();
  const service = useQuery(numberServiceQuery(numberId, flowId)).data;
  if (!service?.live) return null;
  const { before, live } = service;
  if (before === null && live.purpose === 'fallback') return null;
  return (
    <Button
      variant="ghost"
      icon={<Undo2 />}
      onPress={() => (before ? void publication.take(() => restore(before.id)) : onUnpublish(live.id))}
    >
      {t.undo}
    </Button>
  );
}
