/** Brings the workspace's documents into the open flow, and takes new ones to the server. Knows no panel. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { filesQuery } from '../data/editor-queries.ts';
import type { Json } from '../lib/json.ts';
import { fail, succeed } from '../lib/result.ts';
import { fileTypeOf, LARGEST_FILE } from '../publish/file-types.ts';
import { later, partOf } from '../ui/later.ts';
import { editStep } from './commands/edit-step.ts';
import { readField } from './commands/field-path.ts';
import type { Editor } from './editor-context.ts';
import { createUploads, type FilePlace } from './store/workspace-files.ts';
import { useMayChange } from './use-may-change.ts';

const requests = later(() => import('../data/api.ts'));
const sending = later(() => import('../data/files.ts'));
const OFFLINE = fail({ code: 'offline', params: {} } as const);

export function useWorkspaceFiles(editor: Editor | null, workspaceId: string, person: string): void {
  const queries = useQueryClient();
  const { data: all } = useQuery(filesQuery(workspaceId));
  const canChange = useMayChange(editor, workspaceId, person);

  useEffect(() => {
    if (editor && all) editor.workspaceFiles.setState({ all });
  }, [editor, all]);

  useEffect(() => {
    if (!editor || !canChange) return;
    let isOpen = true;
    const store = editor.workspaceFiles;
    const refresh = () => queries.invalidateQueries({ queryKey: filesQuery(workspaceId).queryKey });
    const upload = createUploads(store, {
      newId: () => crypto.randomUUID(),
      refusal(file) {
        if (fileTypeOf(file.name) === undefined) return 'file-type';
        return file.size > LARGEST_FILE ? 'file-too-large' : undefined;
      },
      send: async (file, onProgress) =>
        (await partOf(sending))?.uploadFile(workspaceId, file, onProgress) ?? OFFLINE,
      added(place, { id, name }) {
        // A flow that was left meanwhile is not edited behind the person's back.
        if (isOpen) editList(editor, place, (files) => [...files, { id, name }]);
        void refresh();
      },
    });
    store.setState({
      changes: {
        upload: (place, files) => void upload(place, files),
        async uses(file) {
          const found = (await (await partOf(requests))?.getFileUses(file)) ?? OFFLINE;
          return found.ok ? succeed(found.value.uses) : found;
        },
        async remove(place, file) {
          const gone = (await (await partOf(requests))?.deleteFile(file)) ?? OFFLINE;
          // Somebody else may have been faster.
          if (!gone.ok && gone.failure.code !== 'not-found') return gone;
          if (isOpen) editList(editor, place, (files) => files.filter(({ id }) => id !== file));
          store.setState(({ all }) => ({ all: all?.filter(({ id }) => id !== file) ?? null }));
          void refresh();
          return succeed(null);
        },
      },
    });
    return () => {
      isOpen = false;
    };
  }, [editor, canChange, workspaceId, queries]);
}

type Named = { readonly id: string; readonly name: string };

/** The list as it is now, which may be another than when the file was chosen. */
function editList(
  { store }: Editor,
  { node, path }: FilePlace,
  edit: (files: readonly Named[]) => readonly Named[],
) {
  const data = store.state.getState().document.nodes[node]?.data;
  const now = (readField(data, path) ?? []) as readonly Named[];
  store.run(editStep, { node, changes: [{ path, value: edit(now) as unknown as Json }] });
}
