/** What the workspace brings into an open flow: its opening hours, documents and calendars. Draws nothing, so it may come after the first picture. */
import type { Editor } from './editor-context.ts';
import { useWorkspaceCalendars } from './use-workspace-calendars.ts';
import { useWorkspaceFiles } from './use-workspace-files.ts';
import { useWorkspaceHours } from './use-workspace-hours.ts';

export interface WorkspacePartsProps {
  readonly editor: Editor;
  readonly workspaceId: string;
  /** Whoever opened the flow. */
  readonly person: string;
}

export function WorkspaceParts({ editor, workspaceId, person }: WorkspacePartsProps) {
  useWorkspaceHours(editor, workspaceId, person);
  useWorkspaceFiles(editor, workspaceId, person);
  useWorkspaceCalendars(editor, workspaceId);
  return null;
}
