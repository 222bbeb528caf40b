/** What the sign-in card knows and does: the fields, one request at a time, and what went wrong. Shows nothing. */
import { useState } from 'react';
import {
  linkFailure,
  type SignInFailure,
  sendLink,
  sendRecovery,
  signIn,
  signInToDemo,
  signUp,
} from '../../data/session.ts';
import type { Result } from '../../lib/result.ts';

export type Mode = 'sign-in' | 'sign-up';
export type Pending = 'form' | 'link' | 'recovery' | 'demo';
/** The sentence that says which mail is under way. */
export type Sent = 'linkSent' | 'recoverySent' | 'confirmSent';

function looksLikeEmail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text);
}

/** `known`: the address of whoever was here, or that an invitation is for. */
export function useSignIn(known = '') {
  const [mode, setMode] = useState<Mode>('sign-in');
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<'email' | 'password' | null>(null);
  const [failure, setFailure] = useState<SignInFailure | null>(linkFailure);
  const [pending, setPending] = useState<Pending | null>(null);
  const [sent, setSent] = useState<Sent | null>(null);
  const address = email.trim();

  /** Success shows itself: the session changes. */
  const run = async <Value>(kind: Pending, request: () => Promise<Result<Value, SignInFailure>>) => {
    setPending(kind);
    setFailure(null);
    const result = await request();
    setPending(null);
    if (!result.ok) setFailure(result.failure);
    return result.ok ? result.value : undefined;
  };
  const isEmailThere = () => {
    const isThere = looksLikeEmail(address);
    setMissing(isThere ? null : 'email');
    return isThere;
  };
  const submit = async () => {
    if (!isEmailThere()) return;
    if (password === '') return setMissing('password');
    if (mode === 'sign-in') return void (await run('form', () => signIn(address, password)));
    if ((await run('form', () => signUp(address, password))) === 'confirm-mail') setSent('confirmSent');
  };
  const send = async (kind: 'link' | 'recovery') => {
    if (!isEmailThere()) return;
    const done = await run(kind, () => (kind === 'link' ? sendLink(address) : sendRecovery(address)));
    if (done !== undefined) setSent(kind === 'link' ? 'linkSent' : 'recoverySent');
  };
  const switchMode = () => {
    setMode(mode === 'sign-in' ? 'sign-up' : 'sign-in');
    setFailure(null);
    setMissing(null);
  };
  const demo = (workspaceName: string) => run('demo', () => signInToDemo(workspaceName));
  const state = { mode, email, password, missing, failure, pending, sent };
  return { ...state, setEmail, setPassword, submit, send, demo, switchMode, back: () => setSent(null) };
}

export type SignIn = ReturnType<typeof useSignIn>;
