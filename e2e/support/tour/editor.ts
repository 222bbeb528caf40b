/** An open flow: canvas, palette, inspector of every kind, problems, lane, search, shortcuts, rehearsal. */
import { tourDrawing } from './drawing.ts';
import { button, closeDialog, closeForm, type Guide, openStep, unfold } from './guide.ts';

/** The drawing with every kind lies open: each example is gone to through the search. */
export async function visitEveryKind({ page, words, content, isShort, show }: Guide): Promise<void> {
  const { find } = words;
  const opened = new Set<string>();
  const { examples } = tourDrawing(content);
  for (const title of isShort ? firstOfEachKind(examples) : examples) {
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder(find.placeholder).fill(title);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    const form = page.getByRole('region', { name: words.editor.inspector.label });
    await form.waitFor();
    await unfold(form);
    await show(`inspector-${title.replaceAll(' ', '-')}`, form);
    for (const opener of await form.locator('button[aria-haspopup=dialog]').all()) {
      const name = (await opener.getAttribute('aria-label')) ?? (await opener.innerText());
      if (opened.has(name)) continue;
      opened.add(name);
      await opener.click();
      await show(`popover-${opened.size}`, page.getByRole('dialog'));
      await closeDialog(page);
    }
  }
  await closeForm(page, words);
  await page
    .locator('main header')
    .getByRole('button', { name: /probl[eè]m/i })
    .click();
  await page.getByRole('region', { name: words.problems.title }).waitFor();
  await show('problems');
  await button(page, words.problems.close).click();
  await button(page, words.editor.publish).click();
  await page.getByText(words.publish.blockedTitle).waitFor();
  await show('publish-blocked');
  await closeDialog(page);
}

/** Titles begin with the kind. */
function firstOfEachKind(examples: readonly string[]): string[] {
  return [...new Map(examples.toReversed().map((title) => [title.split(' ')[0], title])).values()];
}

/** The canvas of a template lies open. */
export async function visitEditor({ page, words, show }: Guide): Promise<void> {
  const { editor, booking } = words;
  await show('editor');
  await button(page, editor.addStep).click();
  await page.getByPlaceholder(editor.palette.search).waitFor();
  await show('palette');
  await page.getByPlaceholder(editor.palette.search).fill('zzz');
  await page.getByText(editor.palette.nothing).waitFor();
  await show('palette-nothing');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await openStep(page, words, booking.spoken.wishTitle);
  await show('inspector');
  await button(page, editor.inspector.more).click();
  await page.getByRole('menu').waitFor();
  await show('inspector-menu');
  await page.keyboard.press('Escape');
  await closeForm(page, words);
  await page.getByRole('button', { name: words.lane.title }).click();
  await page.getByRole('region', { name: words.lane.title }).waitFor();
  await unfold(page.getByRole('region', { name: words.lane.title }));
  await show('lane');
  await button(page, words.lane.close).click();
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder(words.find.placeholder).waitFor();
  await show('find');
  await page.getByPlaceholder(words.find.placeholder).fill('zzzz');
  await page.getByText(words.find.nothing('zzzz')).waitFor();
  await show('find-nothing');
  await closeDialog(page);
  await page
    .locator('.react-flow__pane')
    .focus()
    .catch(() => {});
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: words.find.shortcuts.title }).waitFor();
  await show('shortcuts');
  await closeDialog(page);
  await visitClipboard({ page, words, show });
  await visitRehearsal({ page, words, show });
}

type Looking = Pick<Guide, 'page' | 'words' | 'show'>;

/** Copying in a browser without the permission says what to do instead. */
async function visitClipboard({ page, words, show }: Looking): Promise<void> {
  await openStep(page, words, words.booking.spoken.wishTitle);
  await page.keyboard.press('Control+c');
  await page.getByRole('alertdialog').first().waitFor();
  await show('clipboard-copied');
  // It goes by itself after a while, and may be gone by now.
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await closeForm(page, words);
}

async function visitRehearsal({ page, words, show }: Looking): Promise<void> {
  const { spoken } = words.booking;
  await button(page, words.editor.rehearse).click();
  const log = page.getByRole('log');
  await log.getByText(spoken.wishQuestion).last().waitFor();
  await show('rehearse');
  await page.getByPlaceholder(words.rehearse.placeholder).fill(spoken.book);
  await page.keyboard.press('Enter');
  await log.getByText(spoken.detailsQuestion).last().waitFor();
  await show('rehearse-talk');
  await button(page, words.talk.talkAloud).click();
  await page.getByText(words.talk.sandbox.title).waitFor();
  await show('rehearse-voice');
  await button(page, words.talk.back).click();
  await visitTests({ page, words, show });
  await page.getByRole('tab', { name: words.rehearse.tabs.listen }).click();
  await page.getByRole('list', { name: words.listen.ways }).waitFor();
  await show('rehearse-ways');
  await page.getByRole('list', { name: words.listen.ways }).getByRole('button').first().click();
  await page.getByRole('region', { name: words.readAloud.conversation, exact: true }).waitFor();
  await show('rehearse-listen');
  await page.getByRole('button', { name: words.rehearse.close }).last().click();
}

/** Before anything was kept, and with the conversation at hand. */
async function visitTests({ page, words, show }: Looking): Promise<void> {
  const { tests } = words;
  const panel = page.getByRole('complementary', { name: words.rehearse.title });
  await panel.getByRole('tab', { name: words.rehearse.tabs.tests }).click();
  await panel.getByText(tests.emptyText).waitFor();
  await show('tests-none', panel);
  await button(panel, tests.talk).click();
  await button(panel, tests.keep).click();
  await panel.getByRole('tab', { name: words.rehearse.tabs.tests }).click();
  const row = panel.getByRole('list', { name: tests.list }).locator('> li').first();
  await row.getByRole('button', { expanded: false }).click();
  await show('tests', panel);
  await panel.getByRole('radio', { name: tests.simulated.callers.simulated, exact: true }).check();
  await button(panel, tests.runAll).click();
  await row.getByText(tests.simulated.mark, { exact: true }).waitFor();
  await button(panel, tests.runAll).waitFor();
  await show('tests-simulated', panel);
  await button(row, tests.conversation).click();
  await page.getByRole('dialog').waitFor();
  await show('tests-conversation', page.getByRole('dialog'));
  await closeDialog(page);
  await button(row, tests.edit).click();
  await page.getByRole('dialog').waitFor();
  await show('tests-edit', page.getByRole('dialog'));
  await closeDialog(page);
}
