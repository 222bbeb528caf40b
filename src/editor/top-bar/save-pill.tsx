/** Where the work is, in one word. Never says "saved" while something is not. */
import { Check, CloudAlert, CloudOff, CloudUpload, TriangleAlert } from 'lucide-react';
import { useStore } from 'zustand';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { useEditor } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';
import type { SaveState } from '../store/save-state.ts';

const ICONS: Record<SaveState['status'], typeof Check> = {
  saved: Check,
  saving: CloudUpload,
  offline: CloudOff,
  busy: CloudAlert,
  conflict: TriangleAlert,
  'signed-out': CloudOff,
  refused: TriangleAlert,
};

/** That nobody answers does not make this device offline. */
function waitingFor(status: 'offline' | 'busy') {
  return status === 'offline' && navigator.onLine ? 'unanswered' : status;
}

export function SavePill() {
  const { autosave } = useEditor();
  const t = useMessages(editorMessages);
  const state = useStore(autosave.state);
  const { status } = state;
  const words = 'changes' in state ? t.save[waitingFor(state.status)](state.changes) : t.save[state.status];
  const Icon = ICONS[status];
  const isCalm = status === 'saved' || status === 'saving';
  return (
    <span className="flex min-w-0 items-center gap-1 max-lg:shrink-0">
      <span
        role="status"
        data-save={status}
        title={words}
        className={`flex min-w-0 items-center gap-1.5 text-xs ${isCalm ? 'text-muted' : 'font-medium text-warning'}`}
      >
        <Icon aria-hidden className="size-3.5 shrink-0" />
        <span className="truncate max-lg:sr-only">{words}</span>
      </span>
      {'changes' in state && (
        <Button
          size="small"
          variant="ghost"
          icon={<CloudUpload aria-hidden />}
          className="shrink-0"
          onPress={autosave.retry}
        >
          <span className="max-sm:sr-only">{t.retry}</span>
        </Button>
      )}
    </span>
  );
}
