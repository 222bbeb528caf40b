/** The tour through everything there is to see, for whoever looks at it: axe, a camera, a reader. */
import { visitDoor } from './door.ts';
import { visitEditor, visitEveryKind } from './editor.ts';
import { visitEmptyPages } from './empty.ts';
import { startFromTemplate, visitGallery } from './gallery.ts';
import { createGuide, type GuideOptions } from './guide.ts';
import { visitHelp } from './help.ts';
import { visitInService } from './in-service.ts';
import { visitPlaces } from './places.ts';
import { visitSaving } from './saving.ts';
import { visitFilledPages, visitPublication } from './service.ts';
import { visitSettings } from './settings.ts';

export async function takeTour(options: GuideOptions): Promise<void> {
  const guide = createGuide(options);
  await visitDoor(guide);
  await visitEmptyPages(guide);
  await visitGallery(guide);
  await visitEveryKind(guide);
  await startFromTemplate(guide);
  await visitEditor(guide);
  await visitPlaces(guide);
  await visitSaving(guide);
  await visitPublication(guide);
  await visitInService(guide);
  await visitFilledPages(guide);
  await visitHelp(guide);
  await visitSettings(guide);
}
