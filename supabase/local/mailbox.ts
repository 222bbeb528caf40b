/** Mails of the local Auth service: captured, never sent. */
import { AsyncLocalStorage } from 'node:async_hooks';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** ISO 8601 */
  readonly at: string;
}

interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
}

/** The newest mails, oldest first. */
const KEPT = 100;

export class Mailbox {
  readonly mails: Mail[] = [];
  readonly #siteUrl: string;
  readonly #target = new AsyncLocalStorage<string | null>();

  constructor(siteUrl: string) {
    this.#siteUrl = siteUrl;
  }

  async send(mail: OutgoingMail): Promise<void> {
    const repair = (text = '') => this.#repairLinks(text);
    const { to, subject, text, html } = mail;
    this.mails.push({ to, subject, text: repair(text), html: repair(html), at: new Date().toISOString() });
    if (this.mails.length > KEPT) this.mails.shift();
  }

  /** Runs a request; links in the mails it causes lead to `target` afterwards. */
  withTarget<Value>(target: string | null, work: () => Value): Value {
    return this.#target.run(target, work);
  }

  /**
   * Lite's links always return to the start page; hosted ones return to the `redirect_to` that was asked for, if it is
   * a page of the app.
   */
  #repairLinks(text: string): string {
    const target = this.#target.getStore();
    if (!target || new URL(target, this.#siteUrl).origin !== new URL(this.#siteUrl).origin) return text;
    return text.replace(/redirect_to=[^"\s&<]+/g, `redirect_to=${encodeURIComponent(target)}`);
  }
}
