/** A second version in service: taking it back, what answers now, what others changed at Vapi, taking it out of service. */
import { button, closeDialog, closeForm, type Guide, openStep } from './guide.ts';
import { noteDrift } from './seed.ts';

/** The canvas of a template lies open, and its first version is in service. */
export async function visitInService(guide: Guide): Promise<void> {
  const { page, words, open, show } = guide;
  const { editor, publish, service, booking } = words;
  const dialog = page.getByRole('dialog');
  await openStep(page, words, booking.spoken.bookedTitle);
  await page
    .getByRole('region', { name: editor.inspector.label })
    .getByRole('textbox', { name: editor.inspector.title })
    .fill('Mine');
  await closeForm(page, words);
  await button(page, editor.publish).click();
  await dialog.getByText(publish.outside).waitFor();
  await button(dialog, publish.publish).click();
  await button(dialog, service.undo).waitFor();
  await show('publish-undo', dialog);
  await closeDialog(page);
  const flow = /flows\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await noteDrift(guide, flow, booking.spoken.wishTitle);
  await open(`/flows/${flow}`);
  await page.locator('main header').waitFor();
  await button(page, editor.publish).click();
  await dialog.getByText(service.driftTitle).waitFor();
  await dialog.getByText(service.now).waitFor();
  await show('publish-drift', dialog);
  await button(dialog, service.unpublish).click();
  await dialog.getByLabel(service.words).waitFor();
  await show('unpublish', dialog);
  await button(dialog, publish.cancel).click();
  await closeDialog(page);
}
