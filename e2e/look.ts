import { accessibilityFaults } from './support/axe.ts';
import { launch } from './support/browser.ts';
const base = 'http://127.0.0.1:23000';
const browser = await launch();
const paths = process.argv.slice(2);
for (const [lang, theme, width] of [['fr-FR','light',1440],['en-GB','dark',1440],['fr-FR','dark',390],['en-GB','light',390]] as const) {
  const context = await browser.newContext({ locale: lang, colorScheme: theme, viewport: { width, height: width === 390 ? 844 : 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(90000); page.on('console', (m) => m.type() === 'error' && console.log(m.text().slice(0, 300))); page.on('response', (r) => r.status() >= 400 && console.log(r.status(), r.url())); page.on('pageerror', (e) => console.log(String(e).slice(0, 300)));
  await page.goto(base + '/flows');
  await page.locator('input[type=email]').fill('example@example.com');
  await page.locator('input[type=password]').fill('example-example');
  await page.keyboard.press('Enter');
  await page.locator('article a').first().waitFor();
  const flows = await page.locator('article a').evaluateAll((all) => all.map((a) => `${a.textContent} ${a.getAttribute('href')}`));
  console.log(flows.join('\n'));
  for (const [i, path] of paths.entries()) {
    const flow = flows.find((f) => /Rendez|rdv|appoint|abinet/i.test(f)) ?? flows[0]!;
    await page.goto(base + path.replace('ID', /flows\/([0-9a-f-]+)/.exec(flow)![1]!));
    await page.locator('h1').first().waitFor({ timeout: 60000 }).catch(() => console.log('no h1', path)); await page.waitForTimeout(4000);
    if (width === 1440) console.log('axe', path, JSON.stringify(await accessibilityFaults(page)));
    await page.screenshot({ path: `/tmp/look-c-${i}-${lang.slice(0,2)}-${theme}-${width}.png`, fullPage: false });
  }
  await context.close();
}
await browser.close();
