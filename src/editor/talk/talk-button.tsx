/** The way from writing to talking: a round button, and what comes over the panel once it was pressed. */
import { Mic } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useMessages } from '../../i18n/use-messages.ts';
import { laterComponent, onWish } from '../../ui/later.ts';
import { PanelBoundary } from '../panel-boundary.tsx';
import { PanelWaiting } from '../panel-waiting.tsx';
import type { Rehearsal } from '../rehearse-panel/rehearsal.ts';
import { talkMessages } from './messages.ts';

const VoiceView = laterComponent(onWish(async () => (await import('./voice-view.tsx')).VoiceView));

export function TalkButton({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const t = useMessages(talkMessages);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <>
      <div className="flex shrink-0 items-center gap-3 basis-full compact:order-2 compact:basis-auto">
        <AriaButton
          ref={button}
          aria-label={t.talkAloud}
          onPress={() => setOpen(true)}
          className="press-motion flex size-12 compact:size-11 shrink-0 cursor-pointer items-center justify-center rounded-full bg-accent text-on-accent forced-colors:border data-hovered:bg-accent-strong data-pressed:scale-95"
        >
          <Mic aria-hidden className="size-5" />
        </AriaButton>
        <span aria-hidden className="min-w-0 text-sm text-muted compact:hidden">
          {t.talkAloud}
        </span>
      </div>
      {isOpen && (
        <div className="absolute inset-0 z-10 overflow-y-auto bg-card">
          <PanelBoundary waiting={<PanelWaiting />} onClose={close}>
            <VoiceView rehearsal={rehearsal} onClose={close} />
          </PanelBoundary>
        </div>
      )}
    </>
  );
}
