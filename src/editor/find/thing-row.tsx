/** How each thing that can be found looks in the list. Knows no search. */
import { Infinity as AtAnyTime, CircleHelp, LayoutTemplate, Tag } from 'lucide-react';
import type { FlowDocument } from '../../flow/document.ts';
import { type KindNames, useKindNames } from '../../kinds/kind-words.ts';
import type { CommandItem } from '../../ui/command-dialog.tsx';
import { KindTile, SeverityIcon } from '../canvas/card-frame.tsx';
import { useEditor } from '../editor-context.ts';
import { keyNames } from '../key-names.ts';
import { BlockTile } from '../palette/block-tile.tsx';
import type { Hit, Snippet } from './ranking.ts';
import type { Thing } from './things.ts';

export function useThingRow(): (hit: Hit<Thing>) => CommandItem {
  const { store } = useEditor();
  const names = useKindNames();
  return ({ item, snippet }) => {
    const { nodes } = store.state.getState().document;
    const detail = snippet ? <Excerpt snippet={snippet} /> : detailOf(item, names, nodes);
    const keys = item.group === 'actions' ? item.action.keys : undefined;
    return {
      id: item.id,
      icon: <Icon item={item} />,
      title: item.title,
      ...(detail ? { detail } : {}),
      ...(keys === undefined ? {} : { keys: keyNames(keys) }),
    };
  };
}

/** What tells things of the same title apart. */
function detailOf(item: Thing, names: KindNames, nodes: FlowDocument['nodes']): string | undefined {
  if (item.group === 'information') {
    const step = item.place.type === 'step' ? nodes[item.place.node] : undefined;
    return step && names.step(step);
  }
  if (item.group === 'add') return item.entry.hint;
  if (item.group === 'templates') return item.goal;
  if (item.group === 'help') return item.text;
  if (item.group === 'steps' || item.group === 'problems') return item.names?.[0];
  return undefined;
}

function Excerpt({ snippet: { before, match, after } }: { readonly snippet: Snippet }) {
  return (
    <>
      {before}
      <mark className="rounded-sm bg-transparent font-semibold text-ink">{match}</mark>
      {after}
    </>
  );
}

function Icon({ item }: { readonly item: Thing }) {
  if (item.group === 'steps') return <KindTile kind={item.kind} />;
  if (item.group === 'information') return <Tag aria-hidden />;
  if (item.group === 'rules') return <AtAnyTime aria-hidden />;
  if (item.group === 'templates') return <LayoutTemplate aria-hidden />;
  if (item.group === 'help') return <CircleHelp aria-hidden />;
  if (item.group === 'problems') return <SeverityIcon severity={item.problem.severity} />;
  if (item.group === 'add') {
    const { type, id } = item.entry;
    return type === 'kind' ? <KindTile kind={id} /> : <BlockTile block={id} />;
  }
  return <item.action.icon aria-hidden />;
}
