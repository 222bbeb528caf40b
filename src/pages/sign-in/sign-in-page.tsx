/** Getting in: one card for signing in, a new account, a link by mail, and the demo account on a local stack. */
import type { ReactNode } from 'react';
import { isLocalStack } from '../../data/client.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Door } from '../door.tsx';
import { MailSent } from './mail-sent.tsx';
import { messages } from './messages.ts';
import { isToldAtField, SignInForm, TextButton } from './sign-in-form.tsx';
import { useSignIn } from './use-sign-in.ts';

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
      {failure !== null && !isToldAtField(failure) && (
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
