/** What must be known or decided about the work. A banner, never a dialog; what is rarely wrong is told by a part that comes later. */
import { useStore } from 'zustand';
import { useMessages } from '../../i18n/use-messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { later, laterComponent } from '../../ui/later.ts';
import { useEditor } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';

/** Of a damaged flow it is there before the canvas is: nothing moves then. */
export const RareBanners = laterComponent(
  later(async () => (await import('./rare-banners.tsx')).RareBanners),
);

export function SaveBanner() {
  const { autosave, isReadOnly, isLookedAt, damage, blocked } = useEditor();
  const t = useMessages(editorMessages);
  const isWrong = useStore(autosave.state, ({ status }) => !CALM.includes(status));
  const isBlocked = useStore(blocked);
  if (damage) return <RareBanners />;
  if (isLookedAt) return <Banner className="!rounded-none">{t.onlyLook}</Banner>;
  if (isReadOnly) return <Banner className="!rounded-none">{t.readOnly}</Banner>;
  return (isWrong || isBlocked) && <RareBanners />;
}

/** The pill says it all. */
const CALM: readonly string[] = ['saved', 'saving', 'offline', 'busy'];
