/** Getting in: one card for signing in, a new account, a link by mail, and the demo account on a local stack. */
import type { ReactNode } from 'react';
import { Form } from 'react-aria-components';
import { isLocalStack } from '../../data/client.ts';
import type { SignInFailure } from '../../data/session.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Door } from '../door.tsx';
import { MailSent } from './mail-sent.tsx';
import { messages } from './messages.ts';
import { type SignIn, useSignIn } from './use-sign-in.ts';

/** Failures that are told at a field; the others stand above the form. */
const FIELD_OF: Partial<Record<SignInFailure, 'email' | 'password'>> = {
  'invalid-email': 'email',
  'weak-password': 'password',
};

export interface SignInPageProps {
  /** Why to come in. */
  readonly notice?: ReactNode;
  /** To begin with. */
  readonly email?: string;
}

export function SignInPage({ notice, email: known }: SignInPageProps) {
  const t = useMessages(messages);
  const model = useSignIn(known);
  const { mode, email, pending, sent, failure } = model;
  const title = mode === 'sign-in' ? t.signIn : t.signUp;
  if (sent !== null) {
    return (
      <Door title={title}>
        <MailSent text={t[sent](email.trim())} onBack={model.back} />
      </Door>
    );
  }
  return (
    <Door title={title}>
      <h1 className="mb-5 text-lg font-semibold">{title}</h1>
      {notice}
      {failure !== null && FIELD_OF[failure] === undefined && (
        <Banner tone="danger" className="mb-4">
          {t.failures[failure]}
        </Banner>
      )}
      <SignInForm model={model} title={title} />
      <div className="mt-3 flex flex-wrap justify-between gap-x-4 gap-y-1">
        <TextButton onPress={() => void model.send('link')} isDisabled={pending !== null}>
          {t.sendLink}
        </TextButton>
        {mode === 'sign-in' && (
          <TextButton onPress={() => void model.send('recovery')} isDisabled={pending !== null}>
            {t.forgot}
          </TextButton>
        )}
      </div>
      <p className="mt-5 flex flex-wrap items-center gap-x-1 border-t border-line pt-4 text-sm text-muted">
        {mode === 'sign-in' ? t.noAccount : t.haveAccount}
        <TextButton onPress={model.switchMode}>{mode === 'sign-in' ? t.signUp : t.signIn}</TextButton>
      </p>
      {isLocalStack && (
        <Button
          className="mt-4 w-full"
          isPending={pending === 'demo'}
          onPress={() => void model.demo(t.demoWorkspace)}
        >
          {t.demo}
        </Button>
      )}
    </Door>
  );
}

function SignInForm({ model, title }: { readonly model: SignIn; readonly title: string }) {
  const t = useMessages(messages);
  const { mode, missing, failure } = model;
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
        autoFocus
        value={model.email}
        onChange={model.setEmail}
        error={missing === 'email' ? t.needEmail : told('email')}
      />
      <TextField
        label={t.password}
        type="password"
        name="password"
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

function TextButton({ onPress, isDisabled = false, children }: TextButtonProps) {
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
