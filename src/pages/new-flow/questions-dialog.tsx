/** Two prefilled questions before the flow is made: the name of the place, and the language of the call. */
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { CALL_LANGUAGES, type CallLanguage } from '../../flow/document.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { messages } from './messages.ts';

export interface QuestionsDialogProps {
  /** The title of what was chosen. */
  readonly chosen: string;
  readonly defaultName: string;
  readonly isPending: boolean;
  readonly onCreate: (name: string, language: CallLanguage) => void;
  readonly onClose: () => void;
}

const FORM = 'new-flow';

export function QuestionsDialog({ chosen, defaultName, isPending, onCreate, onClose }: QuestionsDialogProps) {
  const t = useMessages(messages);
  const screen = useLanguage();
  const [name, setName] = useState(defaultName);
  const [language, setLanguage] = useState<CallLanguage>(screen);
  const [isMissing, setMissing] = useState(false);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={chosen}
      lead={t.askTitle}
      size="small"
      footer={
        <Button type="submit" form={FORM} variant="primary" isPending={isPending}>
          {t.create}
        </Button>
      }
    >
      <Form
        id={FORM}
        validationBehavior="aria"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') setMissing(true);
          else onCreate(name.trim(), language);
        }}
      >
        <TextField
          label={t.name}
          hint={t.nameHint}
          value={name}
          onChange={(text) => {
            setName(text);
            setMissing(false);
          }}
          maxLength={80}
          autoFocus
          onFocus={(event) => {
            if (event.target instanceof HTMLInputElement) event.target.select();
          }}
          error={isMissing ? t.nameMissing : undefined}
        />
        <RadioGroup
          label={t.language}
          options={CALL_LANGUAGES.map((id) => ({ id, label: t.languages[id] }))}
          value={language}
          onChange={setLanguage}
        />
      </Form>
    </Dialog>
  );
}
