/** Right after a publication: what answered before answers again, with one press. Nothing where nothing did. */
import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { numberServiceQuery } from '../../../data/number-queries.ts';
import { restore } from '../../../data/service.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { Button } from '../../../ui/button.tsx';
import type { Publication } from '../publication.ts';
import { serviceMessages } from './messages.ts';

interface UndoButtonProps {
  readonly numberId: string;
  readonly publication: Publication;
}

export function UndoButton({ numberId, publication }: UndoButtonProps) {
  const t = useMessages(serviceMessages);
  const [before] = useQuery(numberServiceQuery(numberId)).data?.earlier ?? [];
  return before ? (
    <Button variant="ghost" icon={<Undo2 />} onPress={() => void publication.take(() => restore(before.id))}>
      {t.undo}
    </Button>
  ) : null;
}
