/** The address of one flow: gives the window to the editor. */
import { useParams } from 'react-router';
import { FlowEditor } from '../../editor/flow-editor.tsx';
import { NotFound } from '../page-failure.tsx';

export function FlowPage() {
  const { id } = useParams();
  // another flow is another editor: nothing of the first may stay in it
  return id === undefined ? <NotFound /> : <FlowEditor key={id} flowId={id} />;
}
