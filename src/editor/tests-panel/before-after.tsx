/** What the assistant answered the same caller before an edit and after it, side by side, with what differs marked. */
import type { StoredTest } from '../../data/test-cases.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { type ComparedSentence, type ComparedTurn, compareTurns } from '../../rehearsals/compare.ts';
import type { TestResult } from '../../rehearsals/test-result.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { testsMessages } from './messages.ts';
import { useTestNames } from './names.ts';

interface BeforeAfterProps {
  /** Null while nothing is compared. */
  readonly stored: StoredTest | null;
  readonly onClose: () => void;
}

export function BeforeAfter({ stored, onClose }: BeforeAfterProps) {
  const t = useMessages(testsMessages);
  return (
    <Dialog
      isOpen={stored?.result?.before != null}
      onClose={onClose}
      size="large"
      title={t.compareTitle(stored?.test.name ?? '')}
      lead={t.compareLead}
      footer={<Button onPress={onClose}>{t.close}</Button>}
      isText
    >
      {stored?.result && <Compared result={stored.result} />}
    </Dialog>
  );
}

function Compared({ result: { before, last } }: { readonly result: TestResult }) {
  const t = useMessages(testsMessages);
  const format = useFormat();
  if (!before) return null;
  const turns = compareTurns(before.turns, last.turns);
  const count = turns.filter(({ differs }) => differs).length;
  return (
    <>
      <p className="mb-3 text-base font-medium">{count === 0 ? t.same : t.differs(count)}</p>
      <table className="w-full table-fixed border-separate border-spacing-0 text-base">
        <thead>
          <tr className="text-left text-xs text-muted">
            <th scope="col" className="pr-3 pb-2 font-medium">
              {t.before(format.dateTime(before.at))}
            </th>
            <th scope="col" className="pb-2 pl-3 font-medium">
              {t.after(format.dateTime(last.at))}
            </th>
          </tr>
        </thead>
        <tbody>
          {turns.map((turn, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a conversation that is over does not move
            <Turn key={index} turn={turn} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Turn({ turn }: { readonly turn: ComparedTurn }) {
  const t = useMessages(testsMessages);
  return (
    <>
      {turn.line !== null && (
        <tr>
          <td colSpan={2} className="pt-4 pb-1.5 text-center">
            <span className="sr-only">{t.caller}</span>
            <span className="inline-block max-w-[80%] rounded-panel bg-accent px-3 py-1.5 text-left text-sm text-on-accent">
              {turn.line}
            </span>
          </td>
        </tr>
      )}
      <tr data-differs={turn.differs || undefined}>
        <Side sentences={turn.before} differs={turn.differs} className="pr-3" />
        <Side sentences={turn.after} differs={turn.differs} className="border-l border-line pl-3" />
      </tr>
    </>
  );
}

interface SideProps {
  readonly sentences: readonly ComparedSentence[];
  readonly differs: boolean;
  readonly className: string;
}

function Side({ sentences, differs, className }: SideProps) {
  const t = useMessages(testsMessages);
  const names = useTestNames();
  return (
    <td className={classNames('py-1.5 align-top', className)}>
      {sentences.length === 0 && <p className="text-sm text-muted italic">{t.silent}</p>}
      {sentences.map(({ pieces, node }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a conversation that is over does not move
        <div key={index} className={index > 0 ? 'mt-2' : ''}>
          {node !== null && node !== sentences[index - 1]?.node && (
            <p className="text-xs text-muted">{names.step(node)}</p>
          )}
          <p className={classNames('break-words', !differs && 'text-muted')}>
            {pieces.map(({ text, isOther }, place) =>
              isOther ? (
                <mark
                  // biome-ignore lint/suspicious/noArrayIndexKey: nor do its words
                  key={place}
                  className="rounded-sm bg-warning-soft text-ink underline decoration-warning"
                >
                  {text}
                </mark>
              ) : (
                text
              ),
            )}
          </p>
        </div>
      ))}
    </td>
  );
}
