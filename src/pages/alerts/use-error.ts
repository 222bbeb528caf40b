/** Why a delivery did not get through, as a sentence. Shows nothing itself. */
import { useMessages } from '../../i18n/use-messages.ts';
import { messages } from './messages.ts';

export function useError(): (code: string) => string {
  const { errors } = useMessages(messages);
  return (code) => {
    if (/^\d{3}\b/.test(code)) return errors.status(code);
    const { status: _, other, ...known } = errors;
    return Object.hasOwn(known, code) ? known[code as keyof typeof known] : other(code);
  };
}
