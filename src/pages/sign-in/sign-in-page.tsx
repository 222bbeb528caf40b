/** Getting in: one card for signing in, a new account, a link by mail, and the demo account on a local stack. */
import { type ReactNode, useState } from 'react';
import { Form } from 'react-aria-components';
import { isLocalStack } from '../../data/client.ts';
import {
  type SignInFailure,
  sendLink,
  sendRecovery,
  signIn,
  signInToDemo,
  signUp,
} from '../../data/session.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Result } from '../../lib/result.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Door } from './door.tsx';
import { MailSent } from './mail-sent.tsx';
import { messages } from './messages.ts';

type Mode = 'sign-in' | 'sign-up';
type Pending = 'form' | 'link' | 'recovery' | 'demo';
type Sent = 'linkSent' | 'recoverySent' | 'confirmSent';

/** Failures that belong to one field; the others stand above the form. */
const OF_EMAIL: readonly SignInFailure[] = ['invalid-email'];
const OF_PASSWORD: readonly SignInFailure[] = ['weak-password'];

function looksLikeEmail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text);
}

export function SignInPage() {
  const t = useMessages(messages);
  const [mode, setMode] = useState<Mode>('sign-in');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<'email' | 'password' | null>(null);
  const [failure, setFailure] = useState<SignInFailure | null>(null);
  const [pending, setPending] = useState<Pending | null>(null);
  const [sent, setSent] = useState<Sent | null>(null);

  /** Runs one request at a time and keeps what went wrong. Success shows itself: the session changes. */
  const run = async <Value,>(kind: Pending, request: () => Promise<Result<Value, SignInFailure>>) => {
    setPending(kind);
    setFailure(null);
    const result = await request();
    setPending(null);
    if (!result.ok) setFailure(result.failure);
    return result.ok ? result.value : undefined;
  };
  const isEmailThere = () => {
    const isThere = looksLikeEmail(email.trim());
    setMissing(isThere ? null : 'email');
    return isThere;
  };
  const submit = async () => {
    if (!isEmailThere()) return;
    if (password === '') return setMissing('password');
    if (mode === 'sign-in') return void (await run('form', () => signIn(email.trim(), password)));
    if ((await run('form', () => signUp(email.trim(), password))) === 'confirm-mail') setSent('confirmSent');
  };
  const send = async (kind: 'link' | 'recovery') => {
    if (!isEmailThere()) return;
    const request = kind === 'link' ? sendLink : sendRecovery;
    const done = await run(kind, () => request(email.trim()));
    if (done !== undefined) setSent(kind === 'link' ? 'linkSent' : 'recoverySent');
  };
  const switchMode = (next: Mode) => {
    setMode(next);
    setFailure(null);
    setMissing(null);
  };

  const title = mode === 'sign-in' ? t.signIn : t.signUp;
  if (sent !== null) {
    return (
      <Door title={title}>
        <MailSent text={t[sent](email.trim())} onBack={() => setSent(null)} />
      </Door>
    );
  }
  const sentence = failure === null ? undefined : t.failures[failure];
  const isAbove = failure !== null && !OF_EMAIL.includes(failure) && !OF_PASSWORD.includes(failure);
  return (
    <Door title={title}>
      <h1 className="mb-5 text-lg font-semibold">{title}</h1>
      {isAbove && (
        <Banner tone="danger" className="mb-4">
          {sentence}
        </Banner>
      )}
      <Form
        validationBehavior="aria"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          label={t.email}
          type="email"
          name="email"
          autoComplete="email"
          autoFocus
          value={email}
          onChange={setEmail}
          error={missing === 'email' ? t.needEmail : pick(failure, OF_EMAIL, sentence)}
        />
        <TextField
          label={t.password}
          type="password"
          name="password"
          autoComplete={mode === 'sign-in' ? 'current-password' : 'new-password'}
          value={password}
          onChange={setPassword}
          {...(mode === 'sign-up' ? { hint: t.passwordHint } : {})}
          error={missing === 'password' ? t.needPassword : pick(failure, OF_PASSWORD, sentence)}
        />
        <Button type="submit" variant="primary" isPending={pending === 'form'} className="mt-1 w-full">
          {title}
        </Button>
      </Form>
      <div className="mt-3 flex flex-wrap justify-between gap-x-4 gap-y-1">
        <TextButton onPress={() => void send('link')} isDisabled={pending !== null}>
          {t.sendLink}
        </TextButton>
        {mode === 'sign-in' && (
          <TextButton onPress={() => void send('recovery')} isDisabled={pending !== null}>
            {t.forgot}
          </TextButton>
        )}
      </div>
      <p className="mt-5 flex flex-wrap items-center gap-x-1 border-t border-line pt-4 text-sm text-muted">
        {mode === 'sign-in' ? t.noAccount : t.haveAccount}
        <TextButton onPress={() => switchMode(mode === 'sign-in' ? 'sign-up' : 'sign-in')}>
          {mode === 'sign-in' ? t.signUp : t.signIn}
        </TextButton>
      </p>
      {isLocalStack && (
        <Button
          className="mt-4 w-full"
          isPending={pending === 'demo'}
          onPress={() => void run('demo', () => signInToDemo(t.demoWorkspace))}
        >
          {t.demo}
        </Button>
      )}
    </Door>
  );
}

function pick(failure: SignInFailure | null, own: readonly SignInFailure[], sentence: string | undefined) {
  return failure !== null && own.includes(failure) ? sentence : undefined;
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
