/** What was said when a test was last run, by both sides. */
import type { StoredTest } from '../../data/test-cases.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { RecordedTurn } from '../../rehearsals/play.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { testsMessages } from './messages.ts';
import { useTestNames } from './names.ts';

interface ConversationOfProps {
  /** Null while nothing is read. */
  readonly stored: StoredTest | null;
  readonly onClose: () => void;
}

export function ConversationOf({ stored, onClose }: ConversationOfProps) {
  const t = useMessages(testsMessages);
  const format = useFormat();
  const last = stored?.result?.last;
  const when = last && format.dateTime(last.at);
  return (
    <Dialog
      isOpen={last !== undefined}
      onClose={onClose}
      title={stored?.test.name ?? ''}
      lead={when && (last.simulated ? t.simulated.heldAt(when) : t.heldAt(when))}
      footer={<Button onPress={onClose}>{t.close}</Button>}
      isText
    >
      <div className="flex flex-col gap-2">
        {last?.turns.map((turn, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a conversation that is over does not move
          <Turn key={index} turn={turn} from={last.turns[index - 1]?.said.at(-1)?.node ?? null} />
        ))}
      </div>
    </Dialog>
  );
}

interface TurnProps {
  readonly turn: RecordedTurn;
  /** The step that spoke before. */
  readonly from: string | null;
}

function Turn({ turn: { line, said }, from }: TurnProps) {
  const t = useMessages(testsMessages);
  const names = useTestNames();
  return (
    <>
      {line !== null && (
        <p className="max-w-[86%] self-end rounded-panel rounded-br-sm bg-accent px-3.5 py-2 break-words text-on-accent forced-colors:border">
          <span className="sr-only">{t.caller}</span> {line}
        </p>
      )}
      {said.map(({ text, node }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nor do its sentences
        <div key={index} className="max-w-[86%] self-start">
          {node !== null && node !== (index === 0 ? from : said[index - 1]?.node) && (
            <p className="mb-0.5 text-xs text-muted">{names.step(node)}</p>
          )}
          <p className="w-fit rounded-panel rounded-bl-sm bg-sunken px-3.5 py-2 break-words forced-colors:border">
            {text}
          </p>
        </div>
      ))}
    </>
  );
}
