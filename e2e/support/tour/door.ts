/** Before anybody is signed in: getting in, a new account, mails, what can go wrong. */
import { button, type Guide, PASSWORD } from './guide.ts';

export async function visitDoor({ page, words, email, open, show }: Guide): Promise<void> {
  const { signIn } = words;
  const submit = page.locator('form button[type=submit]');
  await open('/');
  await show('sign-in');
  await submit.click();
  await page.getByText(signIn.needEmail).waitFor();
  await show('sign-in-missing');
  await page.getByLabel(signIn.email).fill('nobody@example.com');
  await page.getByLabel(signIn.password, { exact: true }).fill('not the password');
  await submit.click();
  await page.getByText(signIn.failures['wrong-password']).waitFor();
  await show('sign-in-wrong');
  await button(page, signIn.sendLink).click();
  await page.getByText(signIn.linkSentTitle).waitFor();
  await show('sign-in-mail');
  await button(page, signIn.backToSignIn).click();
  await button(page, signIn.signUp).click();
  await page.getByLabel(signIn.email).fill(email);
  await page.getByLabel(signIn.password, { exact: true }).fill('short');
  await submit.click();
  await page.getByText(signIn.failures['weak-password']).waitFor();
  await show('sign-up');
  await page.getByLabel(signIn.password, { exact: true }).fill(PASSWORD);
  await submit.click();
  await page.waitForURL('**/flows');
}
