/** Two prefilled questions before the flow is made: the name of the place, and what callers should be able to do. */
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { CALL_LANGUAGES, type CallLanguage } from '../../flow/document.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Wish, WishId } from '../../templates/wishes.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { messages } from './messages.ts';
import type { Answers } from './starting-point.ts';
import { WishChips } from './wish-chips.tsx';

export interface QuestionsDialogProps {
  /** The title of what was chosen. */
  readonly chosen: string;
  readonly defaultName: string;
  /** None where nothing is drawn yet. */
  readonly wishes: readonly Wish[];
  /** Otherwise the call speaks the language of the screen. */
  readonly asksLanguage: boolean;
  readonly isPending: boolean;
  readonly onCreate: (answers: Answers) => void;
  readonly onClose: () => void;
}

const FORM = 'new-flow';

export function QuestionsDialog(props: QuestionsDialogProps) {
  const { chosen, defaultName, wishes, asksLanguage, isPending, onCreate, onClose } = props;
  const t = useMessages(messages);
  const screen = useLanguage();
  const [name, setName] = useState(defaultName);
  const [language, setLanguage] = useState<CallLanguage>(screen);
  const [wanted, setWanted] = useState<ReadonlySet<WishId>>(
    () => new Set(wishes.filter(({ isUsual }) => isUsual).map(({ id }) => id)),
  );
  const [missing, setMissing] = useState<'name' | 'wishes' | null>(null);
  const hasWish = wishes.length === 0 || wanted.size > 0 || wishes.some(({ isFixed }) => isFixed);
  const submit = () => {
    if (name.trim() === '') setMissing('name');
    else if (!hasWish) setMissing('wishes');
    else onCreate({ name: name.trim(), language, wishes: wanted });
  };
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
          submit();
        }}
      >
        <TextField
          label={t.name}
          hint={t.nameHint}
          value={name}
          onChange={(text) => {
            setName(text);
            setMissing(null);
          }}
          maxLength={80}
          autoFocus
          onFocus={(event) => {
            if (event.target instanceof HTMLInputElement) event.target.select();
          }}
          error={missing === 'name' ? t.nameMissing : undefined}
        />
        {wishes.length > 0 && (
          <WishChips
            wishes={wishes}
            chosen={wanted}
            onChange={(next) => {
              setWanted(next);
              setMissing(null);
            }}
            isMissing={missing === 'wishes'}
          />
        )}
        {asksLanguage && (
          <RadioGroup
            label={t.language}
            options={CALL_LANGUAGES.map((id) => ({ id, label: t.languages[id] }))}
            value={language}
            onChange={setLanguage}
          />
        )}
      </Form>
    </Dialog>
  );
}
