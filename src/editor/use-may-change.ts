/** Whether the person may change what belongs to the workspace of the open flow, beside the drawing itself. */
import { useQuery } from '@tanstack/react-query';
import { membersQuery } from '../data/queries.ts';
import type { Editor } from './editor-context.ts';

export function useMayChange(editor: Editor | null, workspaceId: string, person: string): boolean {
  const { data: members } = useQuery(membersQuery(workspaceId));
  const role = members?.find(({ userId }) => userId === person)?.role;
  return editor !== null && !editor.isReadOnly && (role === 'owner' || role === 'editor');
}
