/** The pages behind the settings, what opens from the frame, and the doors that are seldom gone through. */
import { button, closeDialog, type Guide, PASSWORD, pick } from './guide.ts';
import { NUMBER, secretsOf, serviceKey } from './seed.ts';

const COLLEAGUE = 'colleague@example.com';

export async function visitSettings(guide: Guide): Promise<void> {
  await visitPrivacy(guide);
  await visitAlerts(guide);
  await visitConnection(guide);
  await visitFrame(guide);
  const invitation = await visitPeople(guide);
  await visitDoors(guide, invitation);
}

/** With what calls left behind. */
async function visitPrivacy({ page, words, open, show }: Guide): Promise<void> {
  const { privacy } = words;
  await open('/settings/privacy');
  await page.getByLabel(privacy.number).fill(NUMBER);
  await button(page, privacy.find).click();
  await button(page, privacy.erase).waitFor();
  await show('privacy');
  await button(page, privacy.erase).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.waitFor();
  await show('privacy-erase', dialog);
  await button(dialog, words.ui.cancel).click();
  await page.getByText(privacy.secrecySwitch).click();
  await dialog.waitFor();
  await show('privacy-secrecy', dialog);
  await button(dialog, words.ui.cancel).click();
}

/** A webhook comes and goes again; the page behind the links of e-mails, with a link that is none. */
async function visitAlerts({ page, words, open, show }: Guide): Promise<void> {
  const { alerts, alertMails } = words;
  await open('/settings/alerts');
  await button(page, alerts.addHook).click();
  const dialog = page.getByRole('dialog');
  const address = dialog.getByLabel(alerts.url, { exact: true });
  await address.fill('https://10.0.0.1/alerts');
  await button(dialog, alerts.add).click();
  await dialog.getByText(alerts.urlReasons.private).waitFor();
  await show('alerts-webhook', dialog);
  await address.fill('https://hooks.example.com/alerts');
  await button(dialog, alerts.add).click();
  await dialog.getByLabel(alerts.secret, { exact: true }).waitFor();
  await show('alerts-secret', dialog);
  await button(dialog, alerts.done).click();
  await button(page, alerts.removeOf('https://hooks.example.com/alerts')).waitFor();
  await show('alerts');
  await button(page, alerts.removeOf('https://hooks.example.com/alerts')).click();
  const question = page.getByRole('alertdialog');
  await question.waitFor();
  await show('alerts-remove', question);
  await button(question, alerts.remove).click();
  await page.getByText(alerts.noChannels).waitFor();
  await open('/alert-mails#confirm.none.none');
  await page.getByText(alertMails.unknown).waitFor();
  await show('alert-mails');
}

/** The sandbox stands for an account of one's own. */
async function visitConnection({ page, words, dataFolder, open, show }: Guide): Promise<void> {
  const { connection, ui } = words;
  await open('/settings/connection');
  await button(page, connection.connect).click();
  await page.getByLabel(connection.key).waitFor();
  await button(page, connection.save).click();
  await page.getByText(connection.needKey).waitFor();
  await show('connection');
  await page.getByLabel(connection.key).fill(secretsOf(dataFolder).vapiApiKey);
  await page.getByText(connection.regions.sandbox, { exact: true }).click();
  await page.getByLabel(connection.credentialId).fill('credential');
  await page.getByLabel(connection.secret, { exact: true }).fill('a-first-secret');
  await button(page, connection.save).click();
  await button(page, connection.replaceSignature).click();
  await page.getByLabel(connection.newSecret).waitFor();
  await show('connection-signature');
  await page.getByLabel(connection.credentialId).fill('another');
  await page.getByLabel(connection.newSecret).fill('a-second-secret');
  await button(page, connection.saveSignature).click();
  await button(page, connection.retire).waitFor();
  await show('connection-replacing');
  const dialog = page.getByRole('alertdialog').filter({ has: page.getByRole('heading') });
  await button(page, connection.retire).click();
  await dialog.getByText(connection.retireText).waitFor();
  await show('connection-retire', dialog);
  await button(dialog, ui.cancel).click();
  await button(page, connection.remove).click();
  await dialog.getByText(connection.removeTitle).waitFor();
  await show('connection-remove', dialog);
  await button(dialog, ui.cancel).click();
}

/** A phone has no rail, but the workspace at the top. */
async function visitFrame({ page, words, email, open, show }: Guide): Promise<void> {
  const { app, workspace } = words;
  await open('/settings');
  const menu = page.getByRole('menu');
  const names = [app.languageNow(''), app.theme, app.account(email), app.workspaceNamed('')];
  for (const [index, name] of names.entries()) {
    const trigger = page.locator('[aria-haspopup]').and(page.getByRole('button', { name: name.trim() }));
    if ((await trigger.count()) === 0) continue;
    await trigger.click();
    await menu.waitFor();
    await show(`menu-${['language', 'theme', 'account', 'workspace'][index]}`, menu);
    if (index < 3) await page.keyboard.press('Escape');
  }
  await pick(page, app.newWorkspace);
  const dialog = page.getByRole('dialog', { name: workspace.title });
  await dialog.waitFor();
  await show('new-workspace', dialog);
  await closeDialog(page);
}

/** Gives back the address of an invitation for somebody else. */
async function visitPeople({ page, words, email, open, show }: Guide): Promise<string> {
  const { people } = words;
  await open('/settings/people');
  await button(page, people.invite).click();
  await page.getByText(people.needEmail).waitFor();
  await show('people');
  await page.getByLabel(people.email).fill(COLLEAGUE);
  await button(page, people.invite).click();
  const link = page.getByLabel(people.link, { exact: true });
  await link.waitFor();
  await show('people-link', page.getByRole('dialog'));
  const { pathname, hash } = new URL(await link.inputValue());
  await button(page.getByRole('dialog'), people.done).click();
  await button(page, people.more(email)).click();
  await pick(page, people.leave);
  const dialog = page.getByRole('alertdialog');
  await dialog.waitFor();
  await show('people-leave', dialog);
  await button(dialog, words.ui.cancel).click();
  return pathname + hash;
}

/** An invitation for somebody else, first as oneself and then as a stranger; no workspace; a session that ended; a new password. */
async function visitDoors(guide: Guide, invitation: string): Promise<void> {
  const { page, words, open, show } = guide;
  await open(invitation);
  await show('invitation-other');
  await page.route(/\/rest\/v1\/(members|workspaces)\?/, (route) => route.fulfill({ json: [] }));
  await open('/flows');
  await page.getByRole('heading', { name: words.workspace.noneTitle }).waitFor();
  await show('no-workspace');
  await page.unrouteAll();
  await open('/flows');
  await page.evaluate(() => {
    const session = JSON.parse(localStorage.getItem('allokoli.session') ?? '{}') as object;
    const ended = { ...session, expires_at: 1, refresh_token: 'ended' };
    localStorage.setItem('allokoli.session', JSON.stringify(ended));
  });
  // The page may have noticed by itself, and asks already.
  await page.locator('nav a[href="/numbers"]:visible').dispatchEvent('click');
  await page.getByRole('dialog', { name: words.signIn.again.title }).waitFor();
  await show('sign-in-again');
  await open(`/${await recovery(guide)}`);
  await page.getByRole('heading', { name: words.signIn.choosePassword }).waitFor();
  await show('new-password');
  await page.evaluate(() => localStorage.clear());
  await open(invitation);
  await page.getByText(COLLEAGUE).waitFor();
  await show('invitation-sign-in');
}

/** What the link of a mail leads to, for somebody who forgot the password. */
async function recovery({ appUrl, dataFolder, email }: Guide): Promise<string> {
  const answer = await fetch(`${appUrl}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: { apikey: serviceKey(dataFolder), 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const session = (await answer.json()) as Record<string, string>;
  const names = ['access_token', 'refresh_token', 'expires_in', 'token_type'] as const;
  return `#type=recovery&${names.map((name) => `${name}=${session[name]}`).join('&')}`;
}
