/** Numbers, and the browser link (null), as they are named in a sentence. */
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { messages } from './messages.ts';

export function usePlaces(): (numbers: readonly (string | null)[]) => string {
  const t = useMessages(messages);
  const format = useFormat();
  return (numbers) =>
    format.list(numbers.map((number) => (number === null ? t.atLink : t.atNumber(format.phone(number)))));
}
