/** One tab with the editor in it: what a person does there, and what befalls it. Knows no schedule. */
import type { BrowserContext, CDPSession, Locator, Page } from 'playwright-core';
import { en as editor } from '../../src/editor/messages.en.ts';
import { en as saving } from '../../src/editor/saving/messages.en.ts';
import { en as say } from '../../src/kinds/say/messages.en.ts';
import { en as signIn } from '../../src/pages/sign-in/messages.en.ts';
import { ALL_HERE } from '../../src/ui/later.ts';

export interface Person {
  readonly email: string;
  readonly password: string;
}

/** A machine that does much else is slow: no patience is so short that it ends a schedule. */
const SHORT = 15_000;
const LONG = 180_000;

export class Tab {
  private page!: Page;
  private cdp!: CDPSession;
  readonly errors: string[] = [];
  private readonly context: BrowserContext;
  private readonly url: string;
  private readonly person: Person;

  constructor(context: BrowserContext, url: string, person: Person) {
    this.context = context;
    this.url = url;
    this.person = person;
  }

  async open(): Promise<void> {
    this.page = await this.context.newPage();
    this.page.setDefaultTimeout(SHORT);
    this.page.on('pageerror', (error) => this.errors.push(String(error)));
    this.cdp = await this.context.newCDPSession(this.page);
    await this.page.goto(this.url, { timeout: LONG });
    await this.isDrawn();
  }

  private async isDrawn(): Promise<void> {
    const card = this.page.locator('.react-flow__node').first();
    const password = this.page.getByLabel(signIn.password, { exact: true });
    await card.or(password).first().waitFor({ timeout: LONG });
    await this.signInIfAsked();
    await card.waitFor({ timeout: LONG });
  }

  /** Whatever asks for the password, the dialog or the page: it is given. */
  async signInIfAsked(): Promise<void> {
    const password = this.page.getByLabel(signIn.password, { exact: true });
    const end = Date.now() + LONG;
    while (await password.isVisible()) {
      try {
        await this.setOffline(false);
        await this.page.getByLabel(signIn.email, { exact: true }).fill(this.person.email);
        await password.fill(this.person.password);
        await password.press('Enter');
        await password.waitFor({ state: 'hidden' });
      } catch (error) {
        // The other tab may have signed in first.
        if (Date.now() > end) throw error;
      }
    }
  }

  private step(id: string): Locator {
    return this.page.locator(`.react-flow__node[data-id="${id}"]`);
  }

  private title(): Locator {
    // Not the field on the card, which has the same name.
    const form = this.page.locator(':not(.react-flow__node *)');
    return this.page.getByRole('textbox', { name: editor.inspector.title }).and(form);
  }

  /** Cards out of view are not drawn: all are brought into view when one is missed. */
  private async lookFor(card: Locator): Promise<void> {
    if ((await card.count()) > 0) return;
    await this.page.locator('.react-flow__node').first().focus();
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('f');
    await card
      .first()
      .waitFor({ timeout: 3000 })
      .catch(() => {});
  }

  private async select(id: string): Promise<void> {
    await this.lookFor(this.step(id));
    await this.step(id).focus();
    // On a step that is selected already, Enter writes on the card.
    const isSelected = (await this.step(id).getAttribute('class'))?.split(' ').includes('selected');
    if (!isSelected) await this.page.keyboard.press('Enter');
    await this.title().waitFor();
  }

  /** Again where the request to sign in came in between, or the page was being drawn anew after it. */
  private async patiently<Value>(act: () => Promise<Value>): Promise<Value> {
    const end = Date.now() + LONG;
    for (;;) {
      await this.isDrawn();
      try {
        return await act();
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
  }

  type(id: string, text: string): Promise<void> {
    return this.patiently(async () => {
      await this.select(id);
      await this.title().fill(text.slice(0, -2));
      await this.title().pressSequentially(text.slice(-2));
      // The request to sign in may have taken the last keys.
      if ((await this.title().inputValue()) !== text) throw new Error(`${text} does not stand there`);
    });
  }

  /** Where the step lies afterwards. */
  move(id: string): Promise<string> {
    return this.patiently(async () => {
      await this.select(id);
      await this.step(id).focus();
      await this.page.keyboard.press('ArrowDown');
      await this.page.keyboard.press('ArrowRight');
      return this.step(id).evaluate((element) =>
        (element as HTMLElement).style.transform.replace(/[^\d.,-]/g, ''),
      );
    });
  }

  add(title: string): Promise<void> {
    return this.patiently(async () => {
      await this.page.locator('.react-flow__node').first().focus();
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('a');
      const search = this.page.getByRole('dialog', { name: editor.palette.title }).getByRole('combobox');
      await search.fill(say.name);
      await search.press('Enter');
      await this.title().fill(title);
    });
  }

  /** False when no such step is here. */
  remove(title: string): Promise<boolean> {
    let isPressed = false;
    return this.patiently(async () => {
      const card = this.page.locator('.react-flow__node').filter({ hasText: title });
      await this.lookFor(card);
      if ((await card.count()) === 0) return isPressed;
      await card.first().focus();
      await this.page.keyboard.press('Enter');
      await card.first().focus();
      isPressed = true;
      await this.page.keyboard.press('Delete');
      await card.waitFor({ state: 'detached' });
      return true;
    });
  }

  /** A page that has come whole can do without a network; one that is still coming says what it lacks. */
  async setOffline(offline: boolean): Promise<void> {
    if (offline)
      await this.page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, ALL_HERE, {
        timeout: LONG,
      });
    await this.cdp.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  }

  async reload(): Promise<void> {
    // A page cannot be fetched without a network.
    await this.setOffline(false);
    await this.page.reload({ timeout: LONG });
    await this.isDrawn();
  }

  /** The page dies without a word; a new one is opened in its place. `grace`: after a second to itself. */
  async kill(grace: boolean): Promise<() => Promise<void>> {
    if (grace) await this.page.evaluate(() => new Promise((done) => setTimeout(done, 1000)));
    const { page, cdp } = this;
    const died = page.waitForEvent('crash', { timeout: LONG });
    cdp.send('Page.crash').catch(() => {});
    await died;
    return async () => {
      await page.close().catch(() => {});
      await this.open();
    };
  }

  /** Each time with a token of its own, as in life: one that failed a moment ago is not asked about again. */
  async expire(): Promise<void> {
    await this.page.evaluate(() => {
      const session = JSON.parse(localStorage.getItem('allokoli.session') ?? 'null');
      if (!session) return;
      localStorage.setItem(
        'allokoli.session',
        JSON.stringify({ ...session, expires_at: 1, refresh_token: `revoked-${Math.random()}` }),
      );
    });
  }

  /** What is said about the work; null while the editor is not there. */
  private async status(): Promise<string | null> {
    return this.page
      .locator('[data-save]')
      .getAttribute('data-save', { timeout: 2000 })
      .catch(() => null);
  }

  /** Waits a little for “saved”; whether it was said. */
  async isSaved(patience = 2500): Promise<boolean> {
    const saved = this.page.locator('[data-save="saved"]');
    return saved.waitFor({ timeout: patience }).then(
      () => true,
      () => false,
    );
  }

  /** Signs in, goes online, chooses: until all is saved. */
  async settle(): Promise<void> {
    const end = Date.now() + LONG;
    await this.setOffline(false);
    while (Date.now() < end) {
      await this.signInIfAsked();
      if ((await this.status()) === 'conflict') await this.choose();
      const retry = this.page.getByRole('button', { name: editor.retry, exact: true });
      if (await retry.isVisible()) await retry.click().catch(() => {});
      if (await this.isSaved(1500)) return;
    }
    throw new Error(
      `not saved within ${LONG / 1000} s, but ${await this.status()}. The page says: ${await this.text()}`,
    );
  }

  private async text(): Promise<string> {
    const text = await this.page
      .locator('body')
      .innerText()
      .catch((error) => String(error));
    return `${this.page.url()} ${text.replaceAll(/\s+/g, ' ').slice(0, 300)}`;
  }

  private async choose(): Promise<void> {
    const press = (button: Locator) => button.click({ timeout: 4000 }).catch(() => {});
    await press(this.page.getByRole('button', { name: saving.conflict.open }));
    const dialog = this.page.getByRole('dialog', { name: saving.conflict.title });
    await press(dialog.getByRole('button', { name: saving.conflict.allMine }));
    await press(dialog.getByRole('button', { name: saving.conflict.save, exact: true }));
    await dialog.waitFor({ state: 'hidden' }).catch(() => {});
  }

  async close(): Promise<void> {
    await this.page.close().catch(() => {});
  }
}
