/** The address of one flow: gives the window to the editor. */
import { mayChange } from '../../data/workspaces.ts';
import { FlowEditor } from '../../editor/flow-editor.tsx';
import { useParams, useSearchParams } from '../../router/router.tsx';
import { NotFound } from '../page-failure.tsx';
import { useWorkspace } from '../workspace-context.ts';

export function FlowPage() {
  const { id } = useParams();
  const [asked] = useSearchParams();
  const { workspaces } = useWorkspace();
  // the flow may belong to another workspace than the one that is chosen
  const isMine = (workspaceId: string) => mayChange(workspaces.find((one) => one.id === workspaceId)?.role);
  // another flow is another editor: nothing of the first may stay in it
  return id === undefined ? (
    <NotFound />
  ) : (
    <FlowEditor key={id} flowId={id} mayChange={isMine} step={asked.get('step') ?? undefined} />
  );
}
