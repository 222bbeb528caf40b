/** Where each way out leads, as lists: the same links as on the canvas, for keyboards and for long distances. */
import { type FocusEvent, memo, type PointerEvent, useRef, useState } from 'react';
import type { FlowDocument, FlowEdge, FlowNode, NodeId } from '../../flow/document.ts';
import { canBeLedTo, type DrawnKinds, type Exit } from '../../flow/kind.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { exitsOf, type KindNames, useKindNames } from '../../kinds/kind-words.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { type Option, Select } from '../../ui/select.tsx';
import { connect } from '../commands/connect.ts';
import { disconnect } from '../commands/disconnect.ts';
import { useDocumentState, useEditor, useNodeProblems } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';
import { useFault } from '../problems-panel/use-fault.ts';

const NOWHERE = 'nowhere';

/** A step as its form knows it. */
export type StepInForm = Pick<FlowNode, 'id' | 'kind' | 'data'>;

export const ExitsForm = memo(function ExitsForm({ step }: { readonly step: StepInForm }) {
  const t = useMessages(editorMessages);
  const problems = useNodeProblems(step.id);
  const exits = exitsOf(step);
  if (exits.length === 0) return null;
  return (
    <Disclosure
      title={t.inspector.exits}
      hasFault={problems.some(({ at }) => at.exit !== undefined)}
      className="border-t border-line pt-3"
    >
      <div className="flex flex-col gap-3">
        <p className="text-xs text-muted">{t.inspector.exitsHint}</p>
        {exits.map((exit) => (
          <ExitField key={exit.id} step={step} exit={exit} />
        ))}
      </div>
    </Disclosure>
  );
});

function ExitField({ step, exit }: { readonly step: StepInForm; readonly exit: Exit }) {
  const { store, isReadOnly } = useEditor();
  const t = useMessages(editorMessages);
  const names = useKindNames();
  const document = useDocumentState((state) => state.document);
  const edge = (Object.values(document.edges) as FlowEdge[]).find(
    (one) => one.from === step.id && one.exit === exit.id,
  );
  const { isNear, nearness, onOpenChange } = useNearness();
  // Thousands of steps are named and sorted only for whoever is about to choose.
  const chosen = edge && document.nodes[edge.to];
  const targets = isNear ? targetsIn(document, store.kinds) : chosen ? [chosen] : [];
  const problems = useNodeProblems(step.id);
  const fault = useFault()(
    problems.find(({ at }) => at.exit === exit.id),
    document,
  );
  const choose = (to: string) => {
    if (to !== NOWHERE) store.run(connect, { node: step.id, exit: exit.id, to: to as NodeId });
    else if (edge) store.run(disconnect, { edge: edge.id });
  };
  return (
    <div data-exit={exit.id} {...nearness}>
      <Select
        label={names.exit(step, exit)}
        options={[{ id: NOWHERE, label: t.inspector.nowhere }, ...named(targets, names)]}
        value={edge?.to ?? NOWHERE}
        isDisabled={isReadOnly}
        error={fault}
        onOpenChange={onOpenChange}
        onChange={choose}
      />
    </div>
  );
}

function targetsIn({ nodes }: FlowDocument, kinds: DrawnKinds): readonly FlowNode[] {
  return (Object.values(nodes) as FlowNode[]).filter(({ kind }) => canBeLedTo(kinds.get(kind)));
}

function named(steps: readonly FlowNode[], names: KindNames): Option[] {
  const { compare } = new Intl.Collator();
  return steps
    .map((step) => ({ id: step.id as string, label: names.step(step) }))
    .sort((a, b) => compare(a.label, b.label));
}

/** Whether a hand or the focus is at a list, or the list is open. */
function useNearness() {
  const [isNear, setNear] = useState(false);
  const isOpen = useRef(false);
  const come = () => setNear(true);
  const go = ({ currentTarget, relatedTarget }: FocusEvent | PointerEvent) => {
    const isStill = [relatedTarget, window.document.activeElement].some(
      (one) => one instanceof Node && currentTarget.contains(one),
    );
    if (!isOpen.current && !isStill) setNear(false);
  };
  return {
    isNear,
    nearness: { onFocus: come, onPointerEnter: come, onBlur: go, onPointerLeave: go },
    onOpenChange(next: boolean) {
      isOpen.current = next;
    },
  };
}
