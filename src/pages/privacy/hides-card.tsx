/** What is blacked out of calls before they are kept. */
import type { Privacy } from '../../data/privacy.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { HIDDEN_KINDS } from '../../publish/hidden-kinds.ts';
import { Card } from '../../ui/card.tsx';
import { Switch } from '../../ui/switch.tsx';
import { messages } from './messages.ts';
import { useSavePrivacy } from './use-save-privacy.ts';

export interface HidesCardProps {
  readonly privacy: Privacy;
  readonly canChange: boolean;
}

export function HidesCard({ privacy, canChange }: HidesCardProps) {
  const t = useMessages(messages);
  const save = useSavePrivacy(t.savedHides);
  const { hides } = privacy;
  return (
    <Card title={t.hides}>
      <p className="mb-4 max-w-140 text-sm text-pretty text-muted">{t.hidesHint}</p>
      <div className="flex flex-col gap-3">
        {HIDDEN_KINDS.map((kind) => (
          <Switch
            key={kind}
            label={t.hidden[kind]}
            isSelected={hides.includes(kind)}
            isDisabled={!canChange || save.isPending}
            onChange={(isOn) =>
              save.mutate({
                ...privacy,
                hides: HIDDEN_KINDS.filter((each) => (each === kind ? isOn : hides.includes(each))),
              })
            }
          />
        ))}
      </div>
    </Card>
  );
}
