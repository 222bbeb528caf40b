/** A new flow: the gallery, its questions, a file that is brought. Ends on the canvas of a template. */
import { tourDrawing } from './drawing.ts';
import { button, closeDialog, type Guide, openCanvas } from './guide.ts';

const file = (name: string, content: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});

/** A workflow of another maker, so that something had to be guessed. */
export const WORKFLOW = {
  name: 'Front desk',
  nodes: [
    { name: 'hello', type: 'conversation', prompt: 'Greet the caller and ask what they want.' },
    { name: 'bye', type: 'hangup' },
  ],
  edges: [
    { from: 'hello', to: 'bye', condition: { type: 'ai', prompt: 'The caller has said what they want' } },
  ],
};

export async function visitGallery(guide: Guide): Promise<void> {
  const { page, words, content, open, show } = guide;
  const { gallery, booking } = words;
  await open('/flows/new');
  await show('gallery');
  await page.getByRole('searchbox', { name: gallery.search }).fill('zzz');
  await page.getByText(gallery.nothingTitle).waitFor();
  await show('gallery-nothing');
  await button(page, gallery.showAll).click();
  await button(page, gallery.lookAt(booking.gallery.title)).click();
  await page.getByRole('region', { name: words.readAloud.conversation, exact: true }).waitFor();
  await show('gallery-sample');
  await closeDialog(page);
  await button(page, gallery.choose(gallery.file)).click();
  await page.getByText(gallery.bring.drop).waitFor();
  await show('import');
  const chooser = page.locator('input[type=file]');
  await chooser.setInputFiles(file('letter.json', 'Dear Sir'));
  await page.getByText(gallery.bring.refused('letter.json')).waitFor();
  await show('import-refused');
  await chooser.setInputFiles(file('desk.json', WORKFLOW));
  await page.getByText(gallery.bring.read('desk.json')).waitFor();
  await show('import-guessed');
  await chooser.setInputFiles(file('every-kind.json', tourDrawing(content).document));
  await page.getByText(gallery.bring.read('every-kind.json')).waitFor();
  await button(page, gallery.bring.open).click();
  await page.waitForURL(/\/flows\/[0-9a-f-]{36}/);
  await openCanvas(guide);
}

/** Chooses the first template, with its two questions. */
export async function startFromTemplate(guide: Guide): Promise<void> {
  const { page, words, open, show } = guide;
  await open('/flows/new');
  const { gallery, booking } = words;
  await button(page, gallery.choose(booking.gallery.title)).click();
  await button(page, gallery.create).waitFor();
  await show('gallery-questions');
  await page.getByLabel(gallery.name).fill('');
  await button(page, gallery.create).click();
  await page.getByText(gallery.nameMissing).waitFor();
  await show('gallery-name-missing');
  await closeDialog(page);
  await button(page, gallery.choose(booking.gallery.title)).click();
  await button(page, gallery.create).click();
  await page.waitForURL(/\/flows\/[0-9a-f-]{36}/);
  await openCanvas(guide);
}
