/** The sentences about a drawing that is too large: when it is opened, and when it has become so. */
import type { Limit } from '../../flow/limits.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { damageMessages } from './messages.ts';

const MEGABYTE = 1024 * 1024;

export function useLimitText(): Record<'onOpening' | 'whileEditing', (limit: Limit) => string> {
  const t = useMessages(damageMessages);
  const format = useFormat();
  const megabytes = (bytes: number) => format.number(Math.round((bytes / MEGABYTE) * 10) / 10);
  const steps = ({ count, most }: Limit) => t.steps(format.number(count), format.number(most));
  return {
    onOpening: (limit) =>
      limit.of === 'steps' ? steps(limit) : t.size(megabytes(limit.count), megabytes(limit.most)),
    whileEditing: (limit) =>
      limit.of === 'steps' ? steps(limit) : t.tooLarge(megabytes(limit.count), megabytes(limit.most)),
  };
}
