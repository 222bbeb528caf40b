/** Choosing a new password, after the link of a recovery mail. */
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { type SignInFailure, setPassword } from '../../data/session.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Door } from '../door.tsx';
import { messages } from './messages.ts';

export function NewPasswordPage() {
  const t = useMessages(messages);
  const [password, setText] = useState('');
  const [failure, setFailure] = useState<SignInFailure | null>(null);
  const [isPending, setPending] = useState(false);
  const submit = async () => {
    setPending(true);
    const result = await setPassword(password);
    setPending(false);
    setFailure(result.ok ? null : result.failure);
  };
  return (
    <Door title={t.choosePassword}>
      <h1 className="mb-5 text-lg font-semibold">{t.choosePassword}</h1>
      <Form
        validationBehavior="aria"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          label={t.newPassword}
          type="password"
          autoComplete="new-password"
          autoFocus
          value={password}
          onChange={setText}
          hint={t.passwordHint}
          error={failure === null ? undefined : t.failures[failure]}
        />
        <Button type="submit" variant="primary" isPending={isPending} className="w-full">
          {t.savePassword}
        </Button>
      </Form>
    </Door>
  );
}
