/** Check a rule: its form. */
import { Plus } from 'lucide-react';
import { useId } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { FaultLine } from '../../ui/field-hint.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { KindForm } from '../kind-view.ts';
import { moved, RowButtons } from '../row-buttons.tsx';
import { AddRule } from './add-rule.tsx';
import type { DecideData } from './kind.ts';
import { messages } from './messages.ts';
import type { DecisionCase } from './rule.ts';
import { RuleRow } from './rule-row.tsx';

const MOST_CASES = 6;

export function Form({ data, form }: { readonly data: DecideData; readonly form: KindForm }) {
  const t = useMessages(messages);
  const add = () =>
    form.set('cases', [...data.cases, { id: form.newId(), name: '', match: 'all', rules: [] }]);
  return (
    <>
      {data.cases.map((row, index) => (
        <CaseForm key={row.id} index={index} row={row} data={data} form={form} />
      ))}
      {data.cases.length < MOST_CASES && (
        <Button
          size="small"
          variant="ghost"
          icon={<Plus />}
          className="-ml-2 self-start"
          isDisabled={form.isReadOnly}
          onPress={add}
        >
          {t.addCase}
        </Button>
      )}
    </>
  );
}

interface CaseFormProps {
  readonly index: number;
  readonly row: DecisionCase;
  readonly data: DecideData;
  readonly form: KindForm;
}

function CaseForm({ index, row, data, form }: CaseFormProps) {
  const t = useMessages(messages);
  const hint = useId();
  const path = `cases.${index}`;
  const isOnly = data.cases.length === 1;
  const error = form.error(`${path}.rules`);
  return (
    <fieldset
      aria-describedby={hint}
      className={
        isOnly
          ? 'flex min-w-0 flex-col gap-2'
          : 'flex min-w-0 flex-col gap-2 rounded-lg border border-line p-3'
      }
    >
      <legend className="sr-only">{isOnly ? t.when : t.caseTitle(index + 1)}</legend>
      {!isOnly && (
        <div className="flex items-start gap-1">
          <TextField
            className="flex-1"
            label={t.caseName}
            hint={t.caseNameHint}
            placeholder={t['caseName.placeholder']}
            value={row.name}
            maxLength={80}
            isReadOnly={form.isReadOnly}
            onChange={(name) => form.type(`${path}.name`, name)}
          />
          <span className="mt-6.5 flex h-9 items-center">
            <RowButtons
              index={index}
              count={data.cases.length}
              isDisabled={form.isReadOnly}
              onMove={(to) => form.set('cases', moved(data.cases, index, to))}
              onRemove={() => form.set('cases', data.cases.toSpliced(index, 1))}
            />
          </span>
        </div>
      )}
      <div className="flex min-h-8 items-center justify-between gap-2">
        <span className="text-sm font-medium">{t.when}</span>
        {row.rules.length > 1 && (
          <SegmentedControl
            label={t.match}
            segments={[
              { id: 'all', label: t.all },
              { id: 'any', label: t.any },
            ]}
            value={row.match}
            onChange={(match) => form.set(`${path}.match`, match)}
          />
        )}
      </div>
      <p id={hint} className="-mt-2 text-xs text-muted">
        {t.whenHint}
      </p>
      {row.rules.map((rule, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules have no identity but their place
        <RuleRow key={place} rule={rule} path={`${path}.rules`} place={place} rules={row.rules} form={form} />
      ))}
      <FaultLine error={error} />
      <AddRule path={`${path}.rules`} rules={row.rules} form={form} />
    </fieldset>
  );
}
