/** Pass to a person: its icon and card. */
import { PhoneForwarded } from 'lucide-react';
import { useMessages } from '../../i18n/use-messages.ts';
import { defineKindView } from '../kind-view.ts';
import type { TransferData } from './kind.ts';
import { messages } from './messages.ts';

function Body({ data }: { readonly data: TransferData }) {
  const t = useMessages(messages);
  const named = data.people.filter(({ name, number }) => name.trim() !== '' || number.trim() !== '');
  const [first] = named;
  if (!first) return <span className="italic">{t.nobody}</span>;
  const others = named.length > 1 ? ` ${t.more(named.length - 1)}` : '';
  const isNamed = first.name.trim() !== '';
  return (
    <>
      {isNamed && (
        <span className="block truncate">
          {first.name}
          {others}
        </span>
      )}
      <span className="block truncate tabular-nums">
        {first.number}
        {!isNamed && others}
      </span>
    </>
  );
}

export const view = defineKindView<TransferData>({ icon: PhoneForwarded, messages, Body });
