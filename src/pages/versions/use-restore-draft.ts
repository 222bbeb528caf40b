/** Makes another drawing the draft: saved only over what was seen, the former one set aside, and taken back with one press. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { StoredFlow } from '../../data/flows.ts';
import { replaceDraft, takeDraftBack } from '../../data/replace-draft.ts';
import { hasLosses } from '../../flow/read.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { readDrawing } from '../../kinds/drawn.ts';
import { notify } from '../../ui/toast.tsx';
import { messages } from './messages.ts';

export function useRestoreDraft(flow: StoredFlow) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const [pending, setPending] = useState<string | null>(null);
  const refresh = async () => {
    for (const key of ['flow', 'snapshots']) await queries.invalidateQueries({ queryKey: [key, flow.id] });
    await queries.invalidateQueries({ queryKey: ['flows'] });
  };
  const complain = (code: string) => notify({ tone: 'danger', text: say(code) });

  async function takeBack(revision: number) {
    const saved = await takeDraftBack(flow, revision);
    if (saved.ok) notify({ tone: 'success', text: t.undone });
    else complain(saved.failure.code);
    await refresh();
  }

  /** `fetch` brings the stored drawing. */
  async function restore(name: string, fetch: () => Promise<unknown>) {
    setPending(name);
    try {
      const { document, problems } = readDrawing(await fetch());
      if (hasLosses(problems)) return void notify({ tone: 'danger', text: t.unreadable });
      const saved = await replaceDraft(flow, document);
      if (!saved.ok) return complain(saved.failure.code);
      const revision = saved.value;
      notify({
        tone: 'success',
        text: t.restored(name),
        action: { label: t.undo, onPress: () => void takeBack(revision) },
      });
    } catch {
      complain('offline');
    } finally {
      await refresh();
      setPending(null);
    }
  }
  return { restore, pending };
}
