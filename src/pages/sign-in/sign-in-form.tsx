/** Address and password, with what is wrong at each of them. */
import { type ReactNode, useState } from 'react';
import { Form } from 'react-aria-components';
import type { SignInFailure } from '../../data/session.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { messages } from './messages.ts';
import type { SignIn } from './use-sign-in.ts';

/** Failures that are told at a field; the others stand above the form. */
const FIELD_OF: Partial<Record<SignInFailure, 'email' | 'password'>> = {
  'invalid-email': 'email',
  'weak-password': 'password',
};

export function isToldAtField(failure: SignInFailure): boolean {
  return FIELD_OF[failure] !== undefined;
}

export function SignInForm({ model, title }: { readonly model: SignIn; readonly title: string }) {
  const t = useMessages(messages);
  const { mode, missing, failure } = model;
  const [isKnown] = useState(model.email !== '');
  const told = (field: 'email' | 'password') =>
    failure !== null && FIELD_OF[failure] === field ? t.failures[failure] : undefined;
  return (
    <Form
      validationBehavior="aria"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void model.submit();
      }}
    >
      <TextField
        label={t.email}
        type="email"
        name="email"
        autoComplete="email"
        autoFocus={!isKnown}
        value={model.email}
        onChange={model.setEmail}
        error={missing === 'email' ? t.needEmail : told('email')}
      />
      <TextField
        label={t.password}
        type="password"
        name="password"
        autoFocus={isKnown}
        autoComplete={mode === 'sign-in' ? 'current-password' : 'new-password'}
        value={model.password}
        onChange={model.setPassword}
        {...(mode === 'sign-up' ? { hint: t.passwordHint } : {})}
        error={missing === 'password' ? t.needPassword : told('password')}
      />
      <Button type="submit" variant="primary" isPending={model.pending === 'form'} className="mt-1 w-full">
        {title}
      </Button>
    </Form>
  );
}

interface TextButtonProps {
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

export function TextButton({ onPress, isDisabled = false, children }: TextButtonProps) {
  return (
    <Button
      variant="ghost"
      size="small"
      onPress={onPress}
      isDisabled={isDisabled}
      className="-mx-1.5 !px-1.5 !text-accent"
    >
      {children}
    </Button>
  );
}
