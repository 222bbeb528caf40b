/** A number of one's own at a provider: which provider, which number, what opens the account there. */
import { useState } from 'react';
import { importNumber } from '../../../data/number-changes.ts';
import { toE164 } from '../../../flow/phone-number.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { NUMBER_PROVIDERS, type NumberProvider, providerAccount } from '../../../publish/numbers-wire.ts';
import { Banner } from '../../../ui/banner.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useWorkspace } from '../../workspace-context.ts';
import { Choices } from '../choices.tsx';
import { Step } from '../step.tsx';
import { AccountFields, accountOf, type Entered, NOTHING_ENTERED, wrongFields } from './account-fields.tsx';
import { LabelField } from './label-field.tsx';
import { messages } from './messages.ts';
import { Result, useAdding } from './result.tsx';

type Question = 'provider' | 'number' | 'keys';

export function OwnNumber({ onBack }: { readonly onBack: () => void }) {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const [question, setQuestion] = useState<Question>('provider');
  const [provider, setProvider] = useState<NumberProvider>('twilio');
  const [number, setNumber] = useState('');
  const [label, setLabel] = useState('');
  const [numberError, setNumberError] = useState<string>();
  const [entered, setEntered] = useState<Entered>(NOTHING_ENTERED);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const adding = useAdding();
  if (adding.number) return <Result number={adding.number} />;

  const goOn = () => {
    const isNumber = toE164(number) !== null;
    setNumberError(isNumber ? undefined : t.needNumber);
    if (isNumber) setQuestion('keys');
  };
  const connect = () => {
    const account = accountOf(provider, entered);
    const read = providerAccount.safeParse(account);
    setWrong(wrongFields(provider, entered));
    const e164 = toE164(number);
    if (read.success && e164 !== null)
      adding.start(() =>
        importNumber({ workspaceId: workspace.id, number: e164, label, account: read.data }),
      );
  };

  if (question === 'provider')
    return (
      <Step title={t.providerTitle} at={2} of={4} onBack={onBack}>
        <Choices
          label={t.providerTitle}
          choices={NUMBER_PROVIDERS.map((id) => ({
            id,
            label: t.providers[id],
            hint: t.providerHints[id],
          }))}
          onChoose={(id) => {
            setProvider(id);
            setQuestion('number');
          }}
        />
      </Step>
    );
  if (question === 'number')
    return (
      <Step title={t.numberTitle} at={3} of={4} onBack={() => setQuestion('provider')} onNext={goOn}>
        <TextField
          label={t.number}
          hint={t.numberHint}
          type="tel"
          autoComplete="off"
          maxLength={40}
          value={number}
          onChange={setNumber}
          error={numberError}
          className="max-w-110"
        />
        <LabelField words={t} value={label} onChange={setLabel} />
      </Step>
    );
  return (
    <>
      {adding.sentence !== null && <Banner tone="danger">{adding.sentence}</Banner>}
      {adding.field === 'number' && <Banner tone="danger">{t.badNumber}</Banner>}
      <Step
        title={provider === 'sip' ? t.gatewayTitle : t.keysTitle(t.providers[provider])}
        hint={t.keysHint}
        at={4}
        of={4}
        onBack={() => setQuestion('number')}
        onNext={connect}
        nextLabel={adding.isPending ? t.connecting : t.connect}
        isPending={adding.isPending}
      >
        <AccountFields
          provider={provider}
          entered={entered}
          wrong={wrong}
          onChange={(part) => setEntered({ ...entered, ...part })}
        />
      </Step>
    </>
  );
}
