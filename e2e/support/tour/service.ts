/** Putting a flow in service and calling it; then the pages with something on them. */
import type { Page } from 'playwright-core';
import { button, closeDialog, type Guide, pick } from './guide.ts';
import { visitNumbers } from './numbers.ts';
import { CALENDAR, fillCalendarAndMailbox } from './seed.ts';

/** The canvas of a template lies open. */
export async function visitPublication(guide: Guide): Promise<void> {
  const { page, words, show } = guide;
  await button(page, words.editor.publish).click();
  const dialog = page.getByRole('dialog');
  await button(dialog, words.publish.getTestNumber).waitFor();
  await show('publish-no-number');
  await button(dialog, words.publish.getTestNumber).click();
  await dialog.getByText(words.publish.outside).waitFor();
  await show('publish');
  await button(dialog, words.publish.publish).click();
  await dialog.getByText(words.publish.liveTitle).first().waitFor({ timeout: 30_000 });
  await show('publish-live');
  await button(dialog, words.publish.callIt).click();
  await visitTelephone(guide);
}

async function visitTelephone({ page, words, show }: Guide): Promise<void> {
  const { phone, booking } = words;
  const dialog = page.getByRole('dialog').last();
  await button(dialog, phone.call).waitFor();
  await show('phone');
  await button(dialog, phone.call).click();
  await dialog.getByText(booking.spoken.wishQuestion).first().waitFor();
  await dialog.getByPlaceholder(phone.sayPlaceholder).fill(booking.spoken.book);
  await page.keyboard.press('Enter');
  await dialog.getByText(booking.spoken.detailsQuestion).first().waitFor();
  await show('phone-talk');
  await button(dialog, phone.hangUp).click();
  await dialog.getByText(phone.ended).waitFor();
  await show('phone-ended');
  await closeDialog(page);
}

export async function visitFilledPages(guide: Guide): Promise<void> {
  const { page, words, open, show } = guide;
  await fillCalendarAndMailbox(guide);
  await open('/flows');
  await page.getByRole('article').first().waitFor();
  await show('flows');
  await visitFlowDialogs(guide);
  await open('/calls');
  const row = page.locator('li:has(button):has(a[href^="/calls/"])').first();
  await row.waitFor();
  await show('calls');
  await button(row, words.pages.reveal).click();
  await show('calls-number-shown');
  await recordAll(page);
  await row.getByRole('link').first().click();
  await page.getByText(words.call.transcript).waitFor();
  await page.locator('.react-flow__node').first().waitFor();
  await page.locator('aside').getByRole('button', { name: words.call.technical }).click();
  await show('call');
  const sound = page.getByRole('region', { name: words.call.recording, exact: true });
  await button(sound, words.call.listen).click();
  await sound.getByRole('slider').waitFor({ state: 'attached' });
  await show('call-recording', sound);
  await page.unrouteAll();
  await button(page, words.call.hide).click();
  await page.getByText(words.call.isHidden).waitFor();
  await show('call-hidden');
  await button(page, words.call.show).click();
  await button(page, words.call.hide).waitFor();
  const flow = await page.locator('a[href^="/flows/"]').first().getAttribute('href');
  await open(`${flow?.split('?')[0]}/traffic`);
  await page.locator('.step-note').first().waitFor();
  await show('traffic');
  await visitVersions(guide, flow?.split('?')[0] ?? '');
  await open('/calls/figures');
  await page.getByText(words.figures.goalHint).waitFor();
  await page.getByRole('button', { name: words.figures.asTable }).click();
  await show('figures');
  await open('/calls/appointments');
  await page.getByText('Anne Roux').first().waitFor();
  await show('appointments');
  await page
    .getByRole('button', { name: words.appointments.cancelOne('Anne Roux') })
    .first()
    .click();
  await page.getByRole('alertdialog').waitFor();
  await show('appointments-cancel');
  await button(page.getByRole('alertdialog'), words.ui.cancel).click();
  await button(page, words.appointments.named.renameOne(CALENDAR)).click();
  await page.getByRole('dialog').waitFor();
  await show('calendar-rename');
  await closeDialog(page);
  await button(page, words.appointments.named.removeOne(CALENDAR)).click();
  await page.getByRole('alertdialog').waitFor();
  await show('calendar-remove');
  await button(page.getByRole('alertdialog'), words.ui.cancel).click();
  await button(page, words.appointments.feed.make).click();
  await page.getByText(words.appointments.feed.secret).waitFor();
  await show('appointments-feed');
  await button(page, words.appointments.feed.stop).click();
  await page.getByRole('alertdialog').waitFor();
  await show('appointments-stop');
  await button(page.getByRole('alertdialog'), words.ui.cancel).click();
  await open('/calls/messages');
  await page.getByText('0199001234').first().or(page.getByText('+33').first()).waitFor();
  await show('messages');
  await visitNumbers(guide);
  await open('/settings/opening-hours');
  await button(page, words.hours.remove).click();
  await page.getByRole('alertdialog').waitFor();
  await show('opening-hours-remove');
}

/** As if what is in service recorded its calls, without the question to callers that it would begin with: a second of silence. */
async function recordAll(page: Page): Promise<void> {
  await page.route('**/rest/v1/flow_versions?*', async (route) => {
    const response = await route.fetch();
    const version = (await response.json()) as { document: { settings: object } };
    Object.assign(version.document.settings, { recording: true });
    await route.fulfill({ response, json: version });
  });
  await page.route('**/api/calls/*/recording', (route) =>
    route.fulfill({ contentType: 'audio/wav', body: silence(8000) }),
  );
}

/** A WAV of that many samples, 8,000 a second, one byte each. */
function silence(samples: number): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples, 40);
  return Buffer.concat([head, Buffer.alloc(samples, 128)]);
}

async function visitVersions({ page, words, open, show }: Guide, flow: string): Promise<void> {
  const { versions, browserTalk } = words;
  await open(`${flow}/versions`);
  await page.getByText(versions.version(1), { exact: true }).first().waitFor();
  await show('versions');
  await open(`${flow}/compare?before=1&after=draft`);
  await page.locator('.react-flow__node').first().waitFor();
  await show('versions-compare');
  await open(`/talk/${'x'.repeat(43)}`);
  await page.getByText(browserTalk.closed.title).waitFor();
  await show('browser-talk-closed');
}

async function visitFlowDialogs({ page, words, show }: Guide): Promise<void> {
  const { flows } = words;
  const more = page.getByRole('article').last().getByRole('button');
  await more.click();
  await page.getByRole('menu').waitFor();
  await show('flows-menu');
  await pick(page, flows.rename);
  await page.getByLabel(flows.name, { exact: true }).waitFor();
  await show('flows-rename');
  await closeDialog(page);
  for (const article of await page.getByRole('article').all()) {
    if ((await article.getByText(flows.draft).count()) === 0) continue;
    await article.getByRole('button').click();
    break;
  }
  await pick(page, flows.delete);
  await page.getByRole('alertdialog').waitFor();
  await show('flows-delete');
  await button(page.getByRole('alertdialog'), words.ui.cancel).click();
  await page.getByRole('searchbox').fill('zzzz');
  await page.getByText(flows.nothingTitle).waitFor();
  await show('flows-nothing');
}
