/** Where each way out leads, as lists: the same links as on the canvas, for keyboards and for long distances. */
import type { FlowEdge, FlowNode, NodeId } from '../../flow/document.ts';
import { canBeLedTo, type Exit } from '../../flow/kind.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { exitsOf, useKindNames } from '../../kinds/kind-words.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Select } from '../../ui/select.tsx';
import { connect } from '../commands/connect.ts';
import { disconnect } from '../commands/disconnect.ts';
import { useDocumentState, useEditor, useNodeProblems } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';
import { useFault } from '../problems-panel/use-fault.ts';

const NOWHERE = 'nowhere';

export function ExitsForm({ node }: { readonly node: FlowNode }) {
  const t = useMessages(editorMessages);
  const exits = exitsOf(node);
  if (exits.length === 0) return null;
  return (
    <Disclosure title={t.inspector.exits} className="border-t border-line pt-3">
      <div className="flex flex-col gap-3">
        <p className="text-xs text-muted">{t.inspector.exitsHint}</p>
        {exits.map((exit) => (
          <ExitField key={exit.id} node={node} exit={exit} />
        ))}
      </div>
    </Disclosure>
  );
}

function ExitField({ node, exit }: { readonly node: FlowNode; readonly exit: Exit }) {
  const { store, isReadOnly } = useEditor();
  const t = useMessages(editorMessages);
  const names = useKindNames();
  const document = useDocumentState((state) => state.document);
  const edge = (Object.values(document.edges) as FlowEdge[]).find(
    (one) => one.from === node.id && one.exit === exit.id,
  );
  const targets = (Object.values(document.nodes) as FlowNode[])
    .filter(({ kind }) => canBeLedTo(store.kinds.get(kind)))
    .map((target) => ({ id: target.id as string, label: names.step(target) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const problems = useNodeProblems(node.id);
  const fault = useFault()(
    problems.find(({ at }) => at.exit === exit.id),
    document,
  );
  const choose = (to: string) => {
    if (to !== NOWHERE) store.run(connect, { node: node.id, exit: exit.id, to: to as NodeId });
    else if (edge) store.run(disconnect, { edge: edge.id });
  };
  return (
    <div data-exit={exit.id}>
      <Select
        label={names.exit(node, exit)}
        options={[{ id: NOWHERE, label: t.inspector.nowhere }, ...targets]}
        value={edge?.to ?? NOWHERE}
        isDisabled={isReadOnly}
        error={fault}
        onChange={choose}
      />
    </div>
  );
}
