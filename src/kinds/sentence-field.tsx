/** The field for a spoken sentence: information stands in it as chips, inserted from a menu. Knows no kind. */
import { useRef, useState } from 'react';
import type { Information } from '../flow/document.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { TokenField, type TokenFieldHandle, type TokenPart } from '../ui/token-field.tsx';
import { InformationPicker } from './information-picker.tsx';
import type { KindForm } from './kind-view.ts';
import { formMessages } from './messages.ts';
import { cutSentence, markOf } from './sentence-parts.ts';

export interface SentenceFieldProps {
  readonly form: Pick<KindForm, 'document' | 'isReadOnly' | 'error' | 'type' | 'edit' | 'newInformation'>;
  /** Path of the field in the step's data. */
  readonly path: string;
  readonly value: string;
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: string;
  readonly placeholder?: string;
}

export function SentenceField({
  form,
  path,
  value,
  label,
  labelHidden,
  hint,
  placeholder,
}: SentenceFieldProps) {
  const t = useMessages(formMessages);
  const field = useRef<TokenFieldHandle>(null);
  // A new information is saved with the sentence that first speaks of it, so that undo takes both back.
  const created = useRef(new Map<string, Information>());
  const [isPicking, setPicking] = useState(false);
  const parts = cutSentence(value, form.document.information).map((part): TokenPart => {
    if (part.type === 'text') return part;
    if (part.name !== undefined) return { type: 'token', id: part.id, text: part.name };
    return { type: 'token', id: part.id, text: t.unknownInformation, isUnknown: true };
  });
  const change = (next: readonly TokenPart[]) => {
    const sentence = next.map((part) => (part.type === 'text' ? part.text : markOf(part.id))).join('');
    const fresh = next.flatMap((part) => {
      const item = part.type === 'token' ? created.current.get(part.id) : undefined;
      return item && !form.document.information[item.id] ? [item] : [];
    });
    if (fresh.length === 0) form.type(path, sentence);
    else form.edit({ changes: [{ path, value: sentence }], information: fresh });
  };
  return (
    <TokenField
      label={label}
      {...(labelHidden === undefined ? {} : { labelHidden })}
      {...(hint === undefined ? {} : { hint })}
      {...(placeholder === undefined ? {} : { placeholder })}
      error={form.error(path)}
      parts={parts}
      onChange={change}
      isReadOnly={form.isReadOnly}
      handle={field}
      sign="{"
      onSign={() => setPicking(true)}
      action={
        <InformationPicker
          form={form}
          isOpen={isPicking}
          onOpenChange={setPicking}
          onPick={(information, isNew) => {
            if (isNew) created.current.set(information.id, information);
            field.current?.insert(information.id, information.name);
          }}
        />
      }
    />
  );
}
