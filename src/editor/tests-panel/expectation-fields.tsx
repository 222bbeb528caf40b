/** The fields of one expectation: what kind it is, and about what. */
import { X } from 'lucide-react';
import type { FlowNode, Information, InformationId, NodeId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import type { Expectation } from '../../rehearsals/test-case.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { type Option, Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { changedTo } from './changed-to.ts';
import { testsMessages } from './messages.ts';
import { useExpectationText, useTestNames } from './names.ts';

interface ExpectationFieldsProps {
  readonly expectation: Expectation;
  /** Something is still to be written. */
  readonly isMissing: boolean;
  readonly onChange: (expectation: Expectation) => void;
  readonly onRemove: () => void;
}

const TYPES = ['reaches', 'avoids', 'collects', 'says', 'never-says', 'ends'] as const;

export function ExpectationFields({ expectation, isMissing, onChange, onRemove }: ExpectationFieldsProps) {
  const t = useMessages(testsMessages);
  const text = useExpectationText();
  const { steps, information } = useChoices(expectation);
  const types = TYPES.filter((type) => type !== 'collects' || information.length > 0);
  return (
    <li className="flex items-start gap-2 rounded-card border border-line p-3">
      <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-2">
        <Select
          label={t.type}
          labelHidden
          options={types.map((id) => ({ id, label: t.types[id] }))}
          value={expectation.type}
          onChange={(type) =>
            onChange(
              changedTo(type, expectation, {
                node: (steps[0]?.id ?? '') as NodeId,
                information: (information[0]?.id ?? '') as InformationId,
              }),
            )
          }
        />
        <About
          expectation={expectation}
          isMissing={isMissing}
          onChange={onChange}
          steps={steps}
          information={information}
        />
      </div>
      <IconButton
        label={t.removeExpectation(text(expectation))}
        icon={<X />}
        size="small"
        placement="left"
        onPress={onRemove}
      />
    </li>
  );
}

interface AboutProps extends Omit<ExpectationFieldsProps, 'onRemove'> {
  readonly steps: readonly Option[];
  readonly information: readonly Option[];
}

function About({ expectation, isMissing, onChange, steps, information }: AboutProps) {
  const t = useMessages(testsMessages);
  switch (expectation.type) {
    case 'reaches':
    case 'avoids':
      return (
        <Select
          label={t.step}
          labelHidden
          options={steps}
          value={expectation.node as string}
          onChange={(node) => onChange({ ...expectation, node: node as NodeId })}
        />
      );
    case 'collects':
      return (
        <>
          <Select
            label={t.information}
            labelHidden
            options={information}
            value={expectation.information as string}
            onChange={(id) => onChange({ ...expectation, information: id as InformationId })}
          />
          <TextField
            className="sm:col-start-2"
            label={t.value}
            labelHidden
            placeholder={t.anyValue}
            value={expectation.value}
            maxLength={1000}
            onChange={(value) => onChange({ ...expectation, value })}
          />
        </>
      );
    case 'says':
    case 'never-says':
      return (
        <TextField
          label={t.sentence}
          labelHidden
          placeholder={t.sentence}
          value={expectation.text}
          maxLength={1000}
          onChange={(text) => onChange({ ...expectation, text })}
          {...(isMissing ? { error: t.sentenceMissing } : {})}
        />
      );
    case 'ends':
      return (
        <Select
          label={t.how}
          labelHidden
          options={(['hung-up', 'transferred'] as const).map((id) => ({
            id,
            label: t.expectations.ends[id],
          }))}
          value={expectation.end}
          onChange={(end) => onChange({ ...expectation, end })}
        />
      );
  }
}

/** Steps that a call can come to, and information; what the expectation is about stands among them, also when it is gone. */
function useChoices(expectation: Expectation): { steps: Option[]; information: Option[] } {
  const { store } = useEditor();
  const document = useDocumentState((state) => state.document);
  const names = useKindNames();
  const testNames = useTestNames();
  const steps: Option[] = (Object.values(document.nodes) as FlowNode[])
    .filter(({ kind }) => store.kinds.get(kind)?.family !== 'aid')
    .map((node) => ({ id: node.id, label: names.step(node) }));
  const information: Option[] = (Object.values(document.information) as Information[]).map(
    ({ id, name }) => ({ id, label: name }),
  );
  if ('node' in expectation && !Object.hasOwn(document.nodes, expectation.node))
    steps.push({ id: expectation.node, label: testNames.step(expectation.node) });
  if ('information' in expectation && !Object.hasOwn(document.information, expectation.information))
    information.push({
      id: expectation.information,
      label: testNames.information(expectation.information),
    });
  return { steps, information };
}
