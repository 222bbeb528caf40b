/** The example of a kind as it is drawn: its card, with its ways out. Knows no canvas. */
import type { FlowDocument, FlowNode } from '../flow/document.ts';
import { exitsOf, useKindNames } from '../kinds/kind-words.ts';
import { viewOf } from '../kinds/views.tsx';
import { KindIcon } from './kind-icon.tsx';

interface ExampleCardProps {
  readonly node: FlowNode;
  readonly document: FlowDocument;
}

export function ExampleCard({ node, document }: ExampleCardProps) {
  const names = useKindNames();
  const Body = viewOf(node.kind)?.Body;
  const exits = exitsOf(node);
  return (
    <div
      lang={document.language}
      className="w-full max-w-75 overflow-hidden rounded-card border border-line bg-card text-sm shadow-card"
    >
      <div className="flex items-start gap-2.5 px-3 py-2.5">
        <KindIcon kind={node.kind} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-semibold">{names.kind(node.kind)}</span>
          <span className="mt-0.5 line-clamp-3 text-muted">
            {Body && <Body data={node.data} document={document} />}
          </span>
        </span>
      </div>
      {exits.length > 0 && (
        <ul className="divide-y divide-line border-t border-line">
          {exits.map((exit) => (
            <li key={exit.id} className="truncate px-3 py-1.5 text-right">
              {names.exit(node, exit)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
