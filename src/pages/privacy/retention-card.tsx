/** For how many days words, information and calls are kept. */
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { KEEP_LIMITS, type Privacy, SECRECY_LIMITS } from '../../data/privacy.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { messages } from './messages.ts';
import { useSavePrivacy } from './use-save-privacy.ts';

const FIELDS = ['keepWords', 'keepInformation', 'keepCalls'] as const;

export interface RetentionCardProps {
  readonly privacy: Privacy;
  readonly canChange: boolean;
}

export function RetentionCard({ privacy, canChange }: RetentionCardProps) {
  const t = useMessages(messages);
  const [days, setDays] = useState(privacy);
  const save = useSavePrivacy(t.saved);
  const hints = {
    keepWords: t.keepWordsHint,
    keepInformation: t.keepInformationHint,
    keepCalls: t.keepCallsHint,
  };
  const isChanged = FIELDS.some((field) => days[field] !== privacy[field]);
  return (
    <Card title={t.keep}>
      <p className="mb-5 max-w-140 text-sm text-muted">
        {t.keepHint} {privacy.secrecy && t.keepSecret}
      </p>
      <Form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          const { countries, hides, secrecy } = privacy;
          save.mutate({ ...days, countries, hides, secrecy });
        }}
      >
        {FIELDS.map((field) => (
          <NumberField
            key={field}
            className="max-w-110"
            label={`${t[field]} (${t.days(days[field])})`}
            hint={hints[field]}
            value={days[field]}
            minValue={KEEP_LIMITS[field].least}
            maxValue={privacy.secrecy ? SECRECY_LIMITS[field] : KEEP_LIMITS[field].most}
            isReadOnly={!canChange}
            onChange={(value) => {
              if (Number.isFinite(value)) setDays({ ...days, [field]: value });
            }}
          />
        ))}
        {canChange && (
          <Button
            type="submit"
            variant="primary"
            className="self-start"
            isDisabled={!isChanged}
            isPending={save.isPending}
          >
            {t.save}
          </Button>
        )}
      </Form>
    </Card>
  );
}
