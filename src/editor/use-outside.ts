/** Lets the forms of the open flow keep secrets and try requests, through the server. Knows no panel and no kind. */
import { useEffect } from 'react';
import { useFailureText } from '../i18n/failures/failure-text.ts';
import type { OutsideForm } from '../kinds/kind-view.ts';
import { fail } from '../lib/result.ts';
import { later, partOf } from '../ui/later.ts';
import type { Editor } from './editor-context.ts';

const requests = later(() => import('../data/api.ts'));

export function useOutside(editor: Editor | null, workspaceId: string): void {
  const say = useFailureText();
  useEffect(() => {
    if (!editor) return;
    const { outside } = editor;
    const load = async () => {
      const found = await (await partOf(requests))?.listSecrets(workspaceId);
      if (found?.ok) show(found.value.map(({ name }) => name));
    };
    const show = (secrets: OutsideForm['secrets']) =>
      outside.setState({
        form: {
          secrets,
          loadSecrets: () => void load(),
          saveSecret: async (name, value) => {
            const saved = await (await partOf(requests))?.setSecret({ workspaceId, name, value });
            if (!saved) return say('offline');
            if (!saved.ok) return say(saved.failure.code);
            const known = outside.getState().form?.secrets ?? [];
            show([...new Set([...known, name])].sort());
            return null;
          },
          tryRequest: async (step, values) => {
            const tried = await (await partOf(requests))?.tryDrawnRequest(workspaceId, step, values);
            if (!tried) return fail(say('offline'));
            return tried.ok ? tried : fail(say(tried.failure.code));
          },
        },
      });
    show(outside.getState().form?.secrets ?? null);
  }, [editor, workspaceId, say]);
}
