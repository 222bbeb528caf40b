import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeBackend, startFakeBackend } from '../data/testing/fake-backend.ts';
import { accessibilityFaults, renderApp } from './testing/render-app.tsx';

let backend: FakeBackend;
beforeEach(() => {
  localStorage.clear();
  backend = startFakeBackend({ workspaces: [{ id: 'w', name: 'Cabinet' }], flows: [] });
});
afterEach(() => {
  cleanup();
  backend.stop();
});

async function fill(email: string, password: string) {
  const user = userEvent.setup();
  await user.type(await screen.findByRole('textbox', { name: 'E-mail address' }), email);
  await user.type(screen.getByLabelText('Password'), password);
  return user;
}

function authRefuses(error_code: string) {
  backend.answer(({ path }) =>
    path.startsWith('/auth/') ? { status: 400, json: { error_code, msg: 'no' } } : undefined,
  );
}

describe('the sign-in', () => {
  test('can be used by everybody', async () => {
    renderApp('/flows');
    await screen.findByRole('heading', { level: 1, name: 'Sign in' });
    expect(await accessibilityFaults()).toEqual([]);
  });

  test('leads to the page that was asked for', async () => {
    renderApp('/settings');
    const user = await fill('claire@example.com', 'secret-secret');
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy();
  });

  test.each([
    ['invalid_credentials', /or the password is wrong/],
    ['email_not_confirmed', /Confirm your e-mail address first/],
    ['over_request_rate_limit', /Too many attempts/],
  ])('%s is told in a sentence', async (code, sentence) => {
    authRefuses(code);
    renderApp('/');
    const user = await fill('claire@example.com', 'secret-secret');
    await user.keyboard('{Enter}');
    expect((await screen.findByRole('alert')).textContent).toMatch(sentence);
  });

  test('tells that there is no network', async () => {
    backend.answer(() => 'offline');
    renderApp('/');
    const user = await fill('claire@example.com', 'secret-secret');
    await user.keyboard('{Enter}');
    expect((await screen.findByRole('alert')).textContent).toMatch(/No connection/);
  });

  test('tells why the link of a mail did not sign in', async () => {
    location.hash = '#error=access_denied&error_code=otp_expired';
    renderApp('/');
    expect((await screen.findByRole('alert')).textContent).toMatch(/already used, or is too old/);
    location.hash = '';
  });

  test('asks for what is missing before it asks the server', async () => {
    renderApp('/');
    const user = await fill('claire', 'x');
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/Write your e-mail address/)).toBeTruthy();
    expect(backend.requests.filter(({ path }) => path.startsWith('/auth/'))).toEqual([]);
  });

  test('tells at the password that it is weak', async () => {
    authRefuses('weak_password');
    renderApp('/');
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Create an account' }));
    const user = await fill('claire@example.com', 'abc');
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/too easy to guess/)).toBeTruthy();
    expect(screen.getByLabelText('Password').getAttribute('aria-invalid')).toBe('true');
  });

  test('sends a link instead of asking for a password', async () => {
    backend.answer(({ path }) => (path === '/auth/v1/otp' ? { json: {} } : undefined));
    renderApp('/');
    const user = await fill('claire@example.com', 'x');
    await user.click(screen.getByRole('button', { name: 'Send me a link instead' }));
    expect((await screen.findByRole('status')).textContent).toContain('claire@example.com');
  });

  test('offers the demo account on the stack of this machine', async () => {
    renderApp('/');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Continue with the demo account' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Flows' })).toBeTruthy();
  });
});
