/** A section: its form. */
import { X } from 'lucide-react';
import { useId } from 'react';
import type { FlowNode, NodeId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { KindForm } from '../kind-view.ts';
import { PaperField } from '../paper-field.tsx';
import { LONGEST_TITLE, type SectionData } from './kind.ts';
import { messages } from './messages.ts';

export function Form({ data, form }: { readonly data: SectionData; readonly form: KindForm }) {
  const t = useMessages(messages);
  return (
    <>
      <TextField
        label={t['field.title']}
        hint={t['field.title.hint']}
        placeholder={t['field.title.placeholder']}
        value={data.title}
        maxLength={LONGEST_TITLE}
        isReadOnly={form.isReadOnly}
        onChange={(title) => form.type('title', title)}
      />
      <PaperField value={data.color} form={form} />
      <Steps form={form} />
    </>
  );
}

function Steps({ form }: { readonly form: KindForm }) {
  const t = useMessages(messages);
  const hint = useId();
  const steps = form.steps();
  const inside = steps.filter((step) => step.section === form.node);
  const others = steps.filter((step) => step.section !== form.node);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2" aria-describedby={hint}>
      <legend className="mb-1.5 text-sm font-medium">{t.steps}</legend>
      <p id={hint} className="-mt-1 mb-1 text-xs text-muted">
        {t.stepsHint}
      </p>
      {inside.length === 0 && <p className="text-sm text-muted">{t.noSteps}</p>}
      <ul className="flex flex-col">
        {inside.map((step) => (
          <StepRow key={step.id} step={step} form={form} />
        ))}
      </ul>
      {others.length > 0 && (
        <Select
          // Chosen, a step leaves the list: nothing stays chosen.
          key={inside.length}
          label={t.addStep}
          labelHidden
          placeholder={t.addStepPlaceholder}
          options={others.map((step) => ({ id: step.id as string, label: form.nameOf(step) }))}
          value={null}
          isDisabled={form.isReadOnly}
          onChange={(id) => form.setSection([id as NodeId], form.node)}
        />
      )}
    </fieldset>
  );
}

function StepRow({ step, form }: { readonly step: FlowNode; readonly form: KindForm }) {
  const t = useMessages(messages);
  const name = form.nameOf(step);
  return (
    <li className="flex min-h-8 items-center gap-1">
      <span className="min-w-0 flex-1 truncate text-sm">{name}</span>
      <IconButton
        label={t.removeStep(name)}
        icon={<X />}
        size="small"
        isDisabled={form.isReadOnly}
        onPress={() => form.setSection([step.id], null)}
      />
    </li>
  );
}
