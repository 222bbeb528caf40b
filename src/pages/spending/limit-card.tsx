/** The monthly limit, and what callers hear once it is reached. */
import { type ReactNode, useState } from 'react';
import { Form } from 'react-aria-components';
import { removeLimit, setLimit } from '../../data/spending.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { LIMIT_UNITS, LONGEST_MESSAGE, type UsageAnswer } from '../../publish/workspace-wire.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';
import { useChangeLimit } from './use-change-limit.ts';

type Limit = NonNullable<UsageAnswer['limit']>;

export interface LimitCardProps {
  readonly limit: Limit | null;
  /** What a first limit begins with. */
  readonly language: 'en' | 'fr';
}

export function LimitCard({ limit, language }: LimitCardProps) {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const [wished, setWished] = useState<Limit>(
    limit ?? { unit: 'minutes', most: 500, language, message: t.messages[language], transferTo: null },
  );
  const [isLeaving, setLeaving] = useState(false);
  const { change, error } = useChangeLimit();
  const edit = (part: Partial<Limit>) => setWished({ ...wished, ...part });
  const speak = (next: 'en' | 'fr') =>
    // A sentence of one's own stays.
    edit({
      language: next,
      message: wished.message === t.messages[wished.language] ? t.messages[next] : wished.message,
    });
  return (
    <Card title={t.limit}>
      <p className="mb-5 max-w-160 text-sm text-pretty text-muted">{t.limitHint}</p>
      <Form
        validationBehavior="aria"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({
            send: () => setLimit({ workspaceId: workspace.id, ...wished }),
            told: t.saved,
            message: wished.message,
          });
        }}
      >
        <div className="flex flex-wrap items-end gap-4">
          <Labelled name={t.unit}>
            <SegmentedControl
              label={t.unit}
              segments={LIMIT_UNITS.map((id) => ({ id, label: t.units[id] }))}
              value={wished.unit}
              onChange={(unit) => edit({ unit })}
            />
          </Labelled>
          <NumberField
            label={t.most[wished.unit]}
            value={wished.most}
            minValue={1}
            maxValue={1_000_000}
            onChange={(most) => {
              if (Number.isFinite(most)) edit({ most });
            }}
            className="w-48"
          />
        </div>
        <fieldset className="flex flex-col gap-4 border-t border-line pt-4">
          <legend className="float-left w-full text-sm font-medium">{t.heard}</legend>
          <p className="clear-left text-sm text-muted">{t.heardHint}</p>
          <Labelled name={t.language}>
            <SegmentedControl
              label={t.language}
              segments={(['fr', 'en'] as const).map((id) => ({ id, label: t.languages[id] }))}
              value={wished.language}
              onChange={speak}
            />
          </Labelled>
          <TextArea
            label={t.message}
            value={wished.message}
            maxLength={LONGEST_MESSAGE}
            rows={3}
            error={error.message}
            onChange={(message) => edit({ message })}
          />
          <RadioGroup
            label={t.after}
            options={(['end', 'transfer'] as const).map((id) => ({
              id,
              label: t.afters[id],
              hint: t.afterHints[id],
            }))}
            value={wished.transferTo === null ? 'end' : 'transfer'}
            onChange={(after) => edit({ transferTo: after === 'end' ? null : '' })}
          />
          {wished.transferTo !== null && (
            <TextField
              label={t.number}
              hint={t.numberHint}
              type="tel"
              autoComplete="off"
              maxLength={40}
              value={wished.transferTo}
              error={error.number}
              onChange={(transferTo) => edit({ transferTo })}
              className="max-w-110"
            />
          )}
        </fieldset>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" isPending={change.isPending && !isLeaving}>
            {t.save}
          </Button>
          {limit !== null && (
            <Button variant="ghost" onPress={() => setLeaving(true)}>
              {t.remove}
            </Button>
          )}
        </div>
      </Form>
      <Confirm
        isOpen={isLeaving}
        title={t.removeTitle}
        confirmLabel={t.remove}
        isDanger
        isPending={change.isPending}
        onConfirm={() =>
          change.mutate(
            { send: () => removeLimit(workspace.id), told: t.removed, message: null },
            { onSettled: () => setLeaving(false) },
          )
        }
        onClose={() => setLeaving(false)}
      >
        {t.removeText}
      </Confirm>
    </Card>
  );
}

/** What a row of choices is about, for the eye; the row names itself to screen readers. */
function Labelled({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-1.5">
      <span aria-hidden className="text-sm font-medium">
        {name}
      </span>
      {children}
    </div>
  );
}
