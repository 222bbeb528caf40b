/** Two versions in words: where their callers went differently. */
import type { FlowDocument, NodeId } from '../../flow/document.ts';
import type { FlowTraffic } from '../../flow/traffic.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { Button } from '../../ui/button.tsx';
import type { Choice } from './choice.ts';
import { differences, FEW } from './differences.ts';
import { signed } from './map-notes.tsx';
import { messages } from './messages.ts';

export interface ComparisonProps {
  readonly document: FlowDocument;
  readonly choice: Choice;
  readonly now: FlowTraffic;
  readonly before: FlowTraffic;
  readonly onSelect: (node: string) => void;
}

export function Comparison({ document, choice, now, before, onSelect }: ComparisonProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const names = useKindNames();
  const found = differences(now, before);
  const one = choice.counted ? t.version(choice.counted.number) : t.allVersions;
  const other = t.version(choice.compared?.number ?? 0);
  return (
    <section className="rounded-card border border-line bg-canvas px-4 py-3 text-sm">
      <h2 className="font-semibold">{t.compared(one, other)}</h2>
      <p className="mt-1 text-muted tabular-nums">
        {`${one}${t.colon}${t.calls(now.calls)} · ${other}${t.colon}${t.calls(before.calls)}`}
      </p>
      {Math.min(now.calls, before.calls) < FEW && <p className="mt-1 text-muted">{t.few}</p>}
      {found.length === 0 ? (
        <p className="mt-2">{t.noChange}</p>
      ) : (
        <>
          <h3 className="mt-2 font-medium">{t.biggest}</h3>
          <ul className="mt-1 flex flex-col items-start">
            {found.map(({ node, what, change }) => (
              <li key={`${node} ${what}`}>
                <Button
                  size="small"
                  variant="ghost"
                  className="-ml-2 h-auto! text-left whitespace-normal!"
                  onPress={() => onSelect(node)}
                >
                  {t.change[what](names.step(document.nodes[node as NodeId]!), signed(format, change))}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
