/** What cannot be read of a flow, in words; the original as a file; a repaired copy, where one can be made. */
import { Download, Wrench } from 'lucide-react';
import { useMemo, useState } from 'react';
import { createFlow } from '../../data/flows.ts';
import { repairDocument } from '../../flow/repair.ts';
import { lossSentences } from '../../flow-words/losses.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useLanguageState } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { drawnKinds } from '../../kinds/drawn.ts';
import { wordsOf } from '../../kinds/whole-words.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { savingMessages } from '../saving/messages.ts';
import type { Damage } from './damage.ts';
import { downloadJson } from './download.ts';
import { damageMessages } from './messages.ts';

/** More would help nobody. */
const LISTED = 100;

export interface DamageReportProps {
  readonly damage: Damage;
  readonly workspaceId: string;
  readonly name: string;
}

export function DamageReport({ damage, workspaceId, name }: DamageReportProps) {
  const t = useMessages(damageMessages);
  const state = useLanguageState();
  const sentences = lossSentences(damage.stored, damage.losses, {
    language: state.language,
    wordsOf: (kind) => wordsOf(kind, state),
  });
  const left = sentences.length - LISTED;
  return (
    <div className="flex flex-col gap-5 text-left text-base">
      {sentences.length > 0 && (
        <ul className="flex max-h-72 list-disc flex-col gap-1 overflow-y-auto pl-5 text-sm">
          {sentences.slice(0, LISTED).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {left > 0 && <li className="list-none text-muted">{t.more(left)}</li>}
        </ul>
      )}
      {damage.losses.length > 0 && <Repair damage={damage} workspaceId={workspaceId} name={name} />}
      <div className="flex flex-col items-start gap-2">
        <Button icon={<Download />} onPress={() => downloadJson(damage.stored, name.trim() || t.fileName)}>
          {t.download}
        </Button>
        <p className="text-sm text-muted">{t.downloadHint}</p>
      </div>
    </div>
  );
}

function Repair({ damage, workspaceId, name }: DamageReportProps) {
  const t = useMessages(damageMessages);
  const words = useMessages(savingMessages).refused;
  const say = useFailureText();
  const repaired = useMemo(() => repairDocument(damage.stored, drawnKinds), [damage]);
  const [isPending, setPending] = useState(false);
  const [copy, setCopy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  if (!repaired) return <p className="text-sm text-muted">{t.noRepair}</p>;
  const repair = async () => {
    setPending(true);
    setFailure(null);
    const answer = await createFlow(workspaceId, { ...repaired, name: t.copyName(repaired.name || name) });
    setPending(false);
    if (answer.ok) setCopy(answer.value.id);
    else setFailure(say(answer.failure.code));
  };
  return (
    <div className="flex flex-col items-start gap-2">
      <h3 className="text-base font-semibold">{t.repairTitle}</h3>
      <p className="text-sm text-muted">{t.repairText}</p>
      {copy === null ? (
        <Button variant="primary" icon={<Wrench />} isPending={isPending} onPress={() => void repair()}>
          {t.repair}
        </Button>
      ) : (
        <>
          <p role="status" className="text-sm font-medium">
            {t.repaired}
          </p>
          <ButtonLink variant="primary" href={`/flows/${copy}`}>
            {words.open}
          </ButtonLink>
        </>
      )}
      {failure !== null && (
        <p role="alert" className="text-sm text-danger">
          {failure}
        </p>
      )}
    </div>
  );
}
