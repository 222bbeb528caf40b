/** Ask: its form. */
import { useMessages } from '../../i18n/use-messages.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Switch } from '../../ui/switch.tsx';
import { hasFaultAt, type KindForm } from '../kind-view.ts';
import { RetriesField } from '../retries-field.tsx';
import { SentenceField } from '../sentence-field.tsx';
import { AskedItems } from './asked-items.tsx';
import type { AskData } from './kind.ts';
import { MOST_RETRIES, USUAL_RETRIES } from './limits.ts';
import { messages } from './messages.ts';

export function Form({ data, form }: { readonly data: AskData; readonly form: KindForm }) {
  const t = useMessages(messages);
  return (
    <>
      <SentenceField
        form={form}
        path="question"
        value={data.question}
        label={t['field.question']}
        placeholder={t['field.question.placeholder']}
        hint={data.items.length > 1 ? t['field.question.hint'] : t['field.question.only']}
      />
      <AskedItems data={data} form={form} />
      <Switch
        label={t['field.readBack']}
        hint={t['field.readBack.hint']}
        error={form.error('readBack')}
        isSelected={data.readBack}
        isDisabled={form.isReadOnly}
        onChange={(readBack) => form.set('readBack', readBack)}
      />
      <Disclosure
        title={t.more}
        defaultExpanded={data.retries !== undefined || data.skipKnown === true}
        hasFault={hasFaultAt(form, 'retries', 'skipKnown')}
      >
        <div className="flex flex-col gap-4">
          <RetriesField
            form={form}
            value={data.retries ?? USUAL_RETRIES}
            most={MOST_RETRIES}
            hint={t['field.retries.hint']}
          />
          <Switch
            label={t['field.skipKnown']}
            hint={t['field.skipKnown.hint']}
            error={form.error('skipKnown')}
            isSelected={data.skipKnown === true}
            isDisabled={form.isReadOnly}
            onChange={(skipKnown) => form.set('skipKnown', skipKnown)}
          />
        </div>
      </Disclosure>
    </>
  );
}
