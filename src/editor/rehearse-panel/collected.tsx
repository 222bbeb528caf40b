/** What the assistant knows, as a small table. A value that is changed is known from the current step on. */
import { Check } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useStore } from 'zustand';
import type { Information, InformationId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { formMessages } from '../../kinds/messages.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useDocumentState } from '../editor-context.ts';
import { rehearseMessages } from './messages.ts';
import type { Rehearsal } from './rehearsal.ts';

export function Collected({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const t = useMessages(rehearseMessages);
  const collected = useStore(rehearsal.state, (state) => state.information);
  const isListening = useStore(rehearsal.state, ({ status }) => status === 'listening');
  const information = useDocumentState(({ document }) => document.information);
  const all = Object.values(information);
  const known = all.filter(({ id }) => (collected[id] ?? '') !== '').length;
  // What is known stands above.
  const rows = [...all].sort((a, b) => Number(isEmpty(collected[a.id])) - Number(isEmpty(collected[b.id])));
  const summary = all.length === 0 ? t.nothingAsked : known === 0 ? t.nothingYet : t.count(known, all.length);
  return (
    <div className="max-h-[38%] min-h-11 shrink-0 overflow-y-auto border-t border-line px-4 py-2">
      <Disclosure
        title={
          <span>
            {t.information}
            <span className="font-normal">{` · ${summary}`}</span>
          </span>
        }
      >
        <p className="mb-1.5 text-xs text-muted">{t.changeHint}</p>
        <table className="w-full table-fixed border-collapse text-sm">
          <tbody>
            {rows.map((one) => (
              <Row
                key={one.id}
                information={one}
                value={collected[one.id] ?? ''}
                isReadOnly={!isListening}
                onChange={(value) => void rehearsal.correct(one.id, value)}
              />
            ))}
          </tbody>
        </table>
      </Disclosure>
    </div>
  );
}

function isEmpty(value: string | undefined): boolean {
  return (value ?? '') === '';
}

interface RowProps {
  readonly information: Information & { readonly id: InformationId };
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly onChange: (value: string) => void;
}

function Row({ information, value, isReadOnly, onChange }: RowProps) {
  const t = useMessages(rehearseMessages);
  const types = useMessages(formMessages).information;
  const [written, setWritten] = useState({ of: value, text: value });
  const text = written.of === value ? written.text : value;
  const write = (next: string) => setWritten({ of: value, text: next });
  const { name, type } = information;
  const options = optionsOf(information, t);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== value) onChange(text.trim());
  };
  const box =
    'h-8 w-full min-w-0 rounded-md border border-line bg-card px-2 text-sm placeholder:text-muted read-only:border-transparent read-only:bg-transparent disabled:border-transparent disabled:bg-transparent disabled:opacity-100 pointer-coarse:h-11';
  return (
    <tr>
      <th scope="row" className="w-2/5 py-1 pr-2 text-left align-middle font-normal">
        <span className="block truncate">{name}</span>
        <span className="block truncate text-xs text-muted">{types[type]}</span>
      </th>
      <td className="py-1">
        {options ? (
          <select
            aria-label={name}
            value={value}
            disabled={isReadOnly}
            onChange={(event) => onChange(event.target.value)}
            className={box}
          >
            <option value="">{t.unknown}</option>
            {options.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        ) : (
          <form onSubmit={submit} className="flex items-center gap-1">
            <input
              aria-label={name}
              value={text}
              placeholder={t.unknown}
              readOnly={isReadOnly}
              maxLength={1000}
              autoComplete="off"
              onChange={(event) => write(event.target.value)}
              onKeyDown={(event) => event.key === 'Escape' && write(value)}
              className={box}
            />
            {text.trim() !== value && !isReadOnly && (
              <IconButton label={t.apply(name)} icon={<Check />} type="submit" size="small" />
            )}
          </form>
        )}
      </td>
    </tr>
  );
}

/** The values of a list; one that the assistant understood differently stands among them. */
function optionsOf(
  { type, choices = [] }: Information,
  t: { readonly yes: string; readonly no: string },
): { readonly id: string; readonly label: string }[] | undefined {
  if (type === 'yes-no')
    return [
      { id: 'yes', label: t.yes },
      { id: 'no', label: t.no },
    ];
  if (type === 'choice') return choices.map((choice) => ({ id: choice, label: choice }));
  return undefined;
}
