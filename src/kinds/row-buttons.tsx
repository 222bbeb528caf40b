/** Small buttons at the end of a row of a list: up, down, remove. Knows no kind. */
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useMessages } from '../i18n/use-messages.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { formMessages } from './messages.ts';

export interface RowButtonsProps {
  readonly index: number;
  readonly count: number;
  readonly onMove?: (to: number) => void;
  readonly onRemove?: (() => void) | undefined;
  readonly isDisabled: boolean;
}

export function RowButtons({ index, count, onMove, onRemove, isDisabled }: RowButtonsProps) {
  const t = useMessages(formMessages);
  return (
    <span className="flex shrink-0">
      {onMove && count > 1 && (
        <>
          <IconButton
            label={t.moveUp}
            icon={<ArrowUp />}
            size="small"
            isDisabled={isDisabled || index === 0}
            onPress={() => onMove(index - 1)}
          />
          <IconButton
            label={t.moveDown}
            icon={<ArrowDown />}
            size="small"
            isDisabled={isDisabled || index === count - 1}
            onPress={() => onMove(index + 1)}
          />
        </>
      )}
      {onRemove && (
        <IconButton label={t.remove} icon={<X />} size="small" isDisabled={isDisabled} onPress={onRemove} />
      )}
    </span>
  );
}

/** The list with one row elsewhere. Pure. */
export function moved<Row>(rows: readonly Row[], from: number, to: number): Row[] {
  const next = [...rows];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}
