/** What answers the chosen number now: going back to an earlier version, taking it out of service. */
import { History, PhoneOff } from 'lucide-react';
import type { NumberService } from '../../../data/service.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { Button } from '../../../ui/button.tsx';
import { useEditor } from '../../editor-context.ts';
import { Part } from '../part.tsx';
import { serviceMessages } from './messages.ts';

export interface ServicePartProps {
  readonly service: NumberService;
  readonly title: string;
  readonly onRestore: (deploymentId: string) => void;
  /** Absent where it is not taken out of service from here. */
  readonly onUnpublish?: () => void;
}

export function ServicePart({ service: { live, earlier }, title, onRestore, onUnpublish }: ServicePartProps) {
  const t = useMessages(serviceMessages);
  const format = useFormat();
  const { flowId } = useEditor();
  if (!live) return null;
  const isFallback = live.purpose === 'fallback';
  return (
    <Part title={title}>
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-[1_1_12rem] text-base">
          {isFallback ? t.fallbackAnswers : t.answers(live.version, format.dateTime(live.since))}
        </p>
        {!isFallback && onUnpublish && (
          <Button size="small" icon={<PhoneOff />} onPress={onUnpublish}>
            {t.unpublish}
          </Button>
        )}
      </div>
      {earlier.length > 0 && (
        <ul className="mt-2 flex flex-col divide-y divide-line rounded-lg border border-line">
          {earlier.map((one) => (
            <li key={one.id} className="flex items-center gap-3 px-3 py-2 text-sm">
              <span className="min-w-0 flex-1">
                {one.flowId === flowId ? t.version(one.version) : t.otherFlow(one.version)}
                <span className="block text-muted">{t.since(format.dateTime(one.since))}</span>
              </span>
              <Button
                size="small"
                icon={<History />}
                onPress={() => onRestore(one.id)}
                aria-label={t.goBackTo(one.version)}
              >
                {t.goBack}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
