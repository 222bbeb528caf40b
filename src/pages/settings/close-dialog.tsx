/** Asks for something that cannot be taken back, with words to be typed first. */
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { ApiResult } from '../../data/ask.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { messages } from './messages.ts';

export interface CloseDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** What will go, in plain words, one thing a line. */
  readonly what: readonly string[];
  /** What is to be typed. */
  readonly typed: string;
  readonly label: string;
  readonly confirmLabel: string;
  readonly send: (typed: string) => ApiResult<object>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function CloseDialog(props: CloseDialogProps) {
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      size="small"
      role="alertdialog"
      isDismissable={false}
    >
      {props.isOpen && <CloseForm {...props} />}
    </Dialog>
  );
}

function CloseForm({ what, typed, label, confirmLabel, send, onDone, onClose }: CloseDialogProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [isPending, setPending] = useState(false);
  const submit = async () => {
    if (text.trim() !== typed.trim()) return setError(say('name-differs'));
    setPending(true);
    const closed = await send(text);
    setPending(false);
    if (closed.ok) onDone();
    else setError(say(closed.failure.code));
  };
  return (
    <Form
      validationBehavior="aria"
      autoComplete="off"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ul className="flex list-disc flex-col gap-1.5 pl-5 text-base text-pretty text-muted">
        {what.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <TextField
        label={label}
        autoComplete="off"
        autoFocus
        value={text}
        onChange={setText}
        {...(error === undefined ? {} : { error })}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="ghost" onPress={onClose} isDisabled={isPending}>
          {t.cancel}
        </Button>
        <Button type="submit" variant="danger" isPending={isPending}>
          {confirmLabel}
        </Button>
      </div>
    </Form>
  );
}
