/** Where notices stand, and the queue that they wait in: at the bottom, and on a phone, where bars and keyboard are, at the top. */
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import {
  Button as AriaButton,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastQueue as AriaToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
} from 'react-aria-components';
import { useMessages } from '../i18n/use-messages.ts';
import { messages } from './messages.ts';
import type { Notice } from './toast.tsx';

const queue = new AriaToastQueue<Notice>({ maxVisibleToasts: 3 });

const SHORT = 5_000; // what screen-reader users need to hear a sentence
const LONG = 12_000;

export const notices = {
  /** Gives what takes it away again. */
  show(notice: Notice): () => void {
    const key =
      notice.tone === 'danger' && notice.action !== undefined
        ? queue.add(notice)
        : queue.add(notice, {
            timeout: notice.action === undefined && notice.tone !== 'danger' ? SHORT : LONG,
          });
    return () => queue.close(key);
  },
  clear: () => queue.clear(),
};

function ToneIcon({ tone }: { readonly tone: Notice['tone'] }) {
  if (tone === 'success') return <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />;
  if (tone === 'danger') return <CircleAlert aria-hidden className="size-4 shrink-0 text-danger" />;
  return <Info aria-hidden className="size-4 shrink-0 text-muted" />;
}

const QUIET_BUTTON =
  'press-motion inline-flex h-7 shrink-0 cursor-pointer items-center rounded-md px-2 text-sm font-medium data-hovered:bg-hover data-pressed:bg-press pointer-coarse:h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center';

export function NoticeRegion() {
  const t = useMessages(messages);
  return (
    <AriaToastRegion
      queue={queue}
      aria-label={t.notifications}
      className="pointer-events-none fixed inset-x-4 bottom-20 z-60 max-sm:top-16 max-sm:bottom-auto flex flex-col items-center gap-2 outline-none"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className="animate-rise-in pointer-events-auto flex max-w-120 items-center gap-3 rounded-lg border border-line bg-card py-2 pr-2 pl-3.5 shadow-overlay"
        >
          <ToneIcon tone={toast.content.tone} />
          <AriaToastContent className="min-w-0 flex-1">
            <Text slot="title" className="text-base">
              {toast.content.text}
            </Text>
          </AriaToastContent>
          {toast.content.action !== undefined && (
            <AriaButton
              className={`${QUIET_BUTTON} text-accent`}
              onPress={() => {
                toast.content.action?.onPress();
                queue.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </AriaButton>
          )}
          <AriaButton slot="close" aria-label={t.dismiss} className={`${QUIET_BUTTON} text-muted`}>
            <X aria-hidden className="size-4" />
          </AriaButton>
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
