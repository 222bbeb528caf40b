/** The workspace's documents as the form of one step sees them. */
import { useStore } from 'zustand';
import type { NodeId } from '../../flow/document.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import type { FilesForm } from '../../kinds/kind-view.ts';
import type { Result } from '../../lib/result.ts';
import { FILE_TYPES } from '../../publish/file-types.ts';
import { notify } from '../../ui/toast.tsx';
import { useEditor } from '../editor-context.ts';
import { dismissUpload } from '../store/workspace-files.ts';

const ACCEPTED = Object.keys(FILE_TYPES).map((end) => `.${end}`);

export function useFilesForm(node: NodeId): FilesForm {
  const { workspaceFiles } = useEditor();
  const say = useFailureText();
  const { all, uploads, changes } = useStore(workspaceFiles);
  const tell = <Value>(answer: Result<Value, { readonly code: string }>): Value | undefined => {
    if (answer.ok) return answer.value;
    notify({ tone: 'danger', text: say(answer.failure.code) });
    return undefined;
  };
  return {
    all,
    sent: uploads
      .filter((upload) => upload.node === node)
      .map(({ id, name, progress, failure }) => ({
        id,
        name,
        progress,
        ...(failure === undefined ? {} : { error: say(failure) }),
      })),
    accepted: ACCEPTED,
    dismiss: (sent) => dismissUpload(workspaceFiles, sent),
    ...(changes
      ? {
          changes: {
            upload: (path: string, files: readonly File[]) => changes.upload({ node, path }, files),
            uses: async (file: string) => tell(await changes.uses(file)),
            remove: async (path: string, file: string) =>
              tell(await changes.remove({ node, path }, file)) !== undefined,
          },
        }
      : {}),
  };
}
