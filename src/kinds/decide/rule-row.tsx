/** One rule of a case: which hours, or which information compared how with what. */
import type { Information, InformationId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { HoursField } from '../hours-field.tsx';
import type { KindForm } from '../kind-view.ts';
import { formMessages } from '../messages.ts';
import { RowButtons } from '../row-buttons.tsx';
import { messages } from './messages.ts';
import {
  ANSWERS,
  type CalendarRule,
  type CompareRule,
  OPERATORS,
  type Operator,
  type Rule,
  wordOf,
} from './rule.ts';

export interface RuleRowProps {
  readonly rule: Rule;
  /** Path of the list of rules. */
  readonly path: string;
  readonly place: number;
  readonly rules: readonly Rule[];
  readonly form: KindForm;
}

export function RuleRow({ rule, path, place, rules, form }: RuleRowProps) {
  const at = `${path}.${place}`;
  return (
    <div className="flex items-start gap-1 rounded-lg bg-sunken p-2">
      <div className="min-w-0 flex-1">
        {rule.type !== 'compare' ? (
          <CalendarFields rule={rule} at={at} form={form} />
        ) : (
          <CompareFields rule={rule} at={at} form={form} />
        )}
      </div>
      <span className="flex h-9 items-center">
        <RowButtons
          index={place}
          count={rules.length}
          isDisabled={form.isReadOnly}
          onRemove={() => form.set(path, [...rules].toSpliced(place, 1))}
        />
      </span>
    </div>
  );
}

const STATES = {
  open: { type: 'open', is: true },
  closed: { type: 'open', is: false },
  holiday: { type: 'holiday', is: true },
  'no-holiday': { type: 'holiday', is: false },
} as const;

function CalendarFields({
  rule,
  at,
  form,
}: {
  readonly rule: CalendarRule;
  readonly at: string;
  readonly form: KindForm;
}) {
  const t = useMessages(messages);
  return (
    <div className="flex flex-col gap-2">
      <Select
        label={t.operator}
        labelHidden
        options={[
          { id: 'open', label: t.isOpen },
          { id: 'closed', label: t.isClosed },
          { id: 'holiday', label: t.isHoliday },
          { id: 'no-holiday', label: t.isNoHoliday },
        ]}
        value={wordOf(rule)}
        isDisabled={form.isReadOnly}
        onChange={(state) => form.set(at, { ...STATES[state], hours: rule.hours })}
      />
      <HoursField label={t.aboutHours} labelHidden path={`${at}.hours`} value={rule.hours} form={form} />
    </div>
  );
}

/** The comparisons that make sense for a type of information. Pure. */
export function operatorsFor(type: Information['type'] | undefined): readonly Operator[] {
  if (type === 'number') return ['is', 'is-not', 'more-than', 'less-than', 'given'];
  if (type === 'date' || type === 'time') return ['is', 'is-not', 'before', 'after', 'given'];
  if (type === 'choice' || type === 'yes-no') return ['is', 'is-not', 'given'];
  return OPERATORS.filter((operator) => ['is', 'is-not', 'contains', 'given'].includes(operator));
}

function CompareFields({
  rule,
  at,
  form,
}: {
  readonly rule: CompareRule;
  readonly at: string;
  readonly form: KindForm;
}) {
  const t = useMessages(messages);
  const { informationToChoose } = useMessages(formMessages);
  const information = form.document.information[rule.information as InformationId];
  const offered = operatorsFor(information?.type);
  const operators = offered.includes(rule.operator) ? offered : [rule.operator, ...offered];
  const choose = (id: string) => {
    const fitting = operatorsFor(form.document.information[id as InformationId]?.type);
    form.edit({
      changes: [
        { path: `${at}.information`, value: id },
        ...(fitting.includes(rule.operator) ? [] : [{ path: `${at}.operator`, value: fitting[0] ?? 'is' }]),
      ],
    });
  };
  return (
    <div className="flex flex-col gap-2">
      <Select
        label={t.subject}
        labelHidden
        placeholder={informationToChoose}
        options={Object.values(form.document.information).map(({ id, name }) => ({
          id: id as string,
          label: name,
        }))}
        value={information?.id ?? null}
        isDisabled={form.isReadOnly}
        onChange={choose}
      />
      <div className="flex gap-2">
        <Select
          className="min-w-0 flex-3"
          label={t.operator}
          labelHidden
          options={operators.map((id) => ({ id, label: t.operators[id] }))}
          value={rule.operator}
          isDisabled={form.isReadOnly}
          onChange={(operator) => form.set(`${at}.operator`, operator)}
        />
        {rule.operator !== 'given' && (
          <ValueField rule={rule} at={at} form={form} information={information} />
        )}
      </div>
    </div>
  );
}

/** What can be compared with, where that is known; empty where it is written freely. Pure. */
function optionsFor(information: Information | undefined, yesNo: Record<(typeof ANSWERS)[number], string>) {
  if (information?.type === 'yes-no') return ANSWERS.map((id) => ({ id, label: yesNo[id] }));
  if (information?.type !== 'choice') return [];
  return (information.choices ?? []).map((choice) => ({ id: choice, label: choice }));
}

interface ValueFieldProps {
  readonly rule: CompareRule;
  readonly at: string;
  readonly form: KindForm;
  readonly information: Information | undefined;
}

function ValueField({ rule, at, form, information }: ValueFieldProps) {
  const t = useMessages(messages);
  const options = optionsFor(information, t.yesNo);
  if (options.length > 0) {
    return (
      <Select
        className="min-w-0 flex-2"
        label={t.value}
        labelHidden
        placeholder={t.value}
        options={options}
        value={options.some(({ id }) => id === rule.value) ? rule.value : null}
        isDisabled={form.isReadOnly}
        onChange={(value) => form.set(`${at}.value`, value)}
      />
    );
  }
  return (
    <TextField
      className="min-w-0 flex-2"
      label={t.value}
      labelHidden
      placeholder={t.value}
      type={information?.type === 'date' || information?.type === 'time' ? information.type : 'text'}
      {...(information?.type === 'number' ? { inputMode: 'decimal' as const } : {})}
      value={rule.value}
      maxLength={200}
      isReadOnly={form.isReadOnly}
      onChange={(value) => form.type(`${at}.value`, value)}
    />
  );
}
