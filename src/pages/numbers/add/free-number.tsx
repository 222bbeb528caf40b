/** A free US number: where from. */
import { useState } from 'react';
import { getFreeNumber } from '../../../data/number-changes.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { Banner } from '../../../ui/banner.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useWorkspace } from '../../workspace-context.ts';
import { Step } from '../step.tsx';
import { LabelField } from './label-field.tsx';
import { messages } from './messages.ts';
import { Result, useAdding } from './result.tsx';

export function FreeNumber({ onBack }: { readonly onBack: () => void }) {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const [area, setArea] = useState('');
  const [label, setLabel] = useState('');
  const [isWrong, setWrong] = useState(false);
  const adding = useAdding();
  if (adding.number) return <Result number={adding.number} />;
  const submit = () => {
    const areaCode = area.trim();
    const isFine = areaCode === '' || /^[2-9]\d\d$/.test(areaCode);
    setWrong(!isFine);
    if (isFine)
      adding.start(() =>
        getFreeNumber({ workspaceId: workspace.id, label, ...(areaCode === '' ? {} : { areaCode }) }),
      );
  };
  return (
    <>
      {adding.sentence !== null && <Banner tone="danger">{adding.sentence}</Banner>}
      <Step
        title={t.areaTitle}
        hint={t.wayHints.free}
        at={2}
        of={2}
        onBack={onBack}
        onNext={submit}
        nextLabel={t.getFree}
        isPending={adding.isPending}
      >
        <TextField
          label={t.area}
          hint={t.areaHint}
          inputMode="numeric"
          maxLength={3}
          value={area}
          onChange={setArea}
          error={isWrong ? t.needArea : undefined}
          className="max-w-60"
        />
        <LabelField words={t} value={label} onChange={setLabel} />
      </Step>
    </>
  );
}
