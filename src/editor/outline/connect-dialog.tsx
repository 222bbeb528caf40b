/** Chooses where a way out leads: a step by name or number, a new one, or nowhere. */
import { Plus, Unlink } from 'lucide-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import type { NodeId } from '../../flow/document.ts';
import { canBeLedTo } from '../../flow/kind.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { exitsOf, useKindNames } from '../../kinds/kind-words.ts';
import { CommandDialog, type CommandGroup } from '../../ui/command-dialog.tsx';
import { KindTile } from '../canvas/card-frame.tsx';
import { offerStep } from '../canvas/offer-step.ts';
import { connect } from '../commands/connect.ts';
import { disconnect } from '../commands/disconnect.ts';
import { type ExitPlace, linkOf } from '../commands/drawing.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { fold } from '../find/fold.ts';
import { outlineMessages } from './messages.ts';
import { useOutlineView } from './outline-context.ts';
import { rowOfExit } from './outline-rows.ts';

const NEW = 'new';
const NOWHERE = 'nowhere';
/** More than anybody reads; typing finds the others. */
const MOST = 50;

export function ConnectDialog() {
  const { asked } = useOutlineView();
  const place = useStore(asked, ({ connecting }) => connecting);
  return place && <OpenConnect key={`${place.node} ${place.exit}`} place={place} />;
}

function OpenConnect({ place }: { readonly place: ExitPlace }) {
  const editor = useEditor();
  const { asked, tree } = useOutlineView();
  const t = useMessages(outlineMessages);
  const names = useKindNames();
  const [query, setQuery] = useState('');
  const document = useDocumentState((state) => state.document);
  const node = document.nodes[place.node];
  const exit = node && exitsOf(node).find(({ id }) => id === place.exit);
  const steps = useSteps(query, linkOf(document, place)?.to);
  const link = linkOf(document, place);
  if (!node || !exit) return null;
  const close = () => {
    flushSync(() => asked.setState({ connecting: null }));
    tree.current?.focus(rowOfExit(place.node, place.exit));
  };
  const choose = (id: string) => {
    close();
    if (id === NEW) offerStep(editor, place);
    else if (id !== NOWHERE) editor.store.run(connect, { ...place, to: id as NodeId });
    else if (link) editor.store.run(disconnect, { edge: link.id });
  };
  const others: CommandGroup = {
    id: 'other',
    title: t.connectOther,
    items: [
      { id: NEW, icon: <Plus />, title: t.connectNew },
      ...(link ? [{ id: NOWHERE, icon: <Unlink />, title: t.disconnect }] : []),
    ],
  };
  return (
    <CommandDialog
      label={t.connectTitle(names.exit(node, exit))}
      placeholder={t.connectPlaceholder}
      value={query}
      onChange={setQuery}
      groups={[
        ...(steps.length === 0
          ? []
          : [{ id: 'steps', title: t.connectTitle(names.exit(node, exit)), items: steps }]),
        ...(query.trim() === '' ? [others] : []),
      ]}
      onChoose={choose}
      onClose={close}
      empty={t.connectNothing}
      status={t.connectFound(steps.length)}
    />
  );
}

/** Steps that may be led to, in reading order; found by the beginning of their number or any part of their name. */
function useSteps(query: string, now: NodeId | undefined): CommandGroup['items'] {
  const { store } = useEditor();
  const t = useMessages(outlineMessages);
  const names = useKindNames();
  const { outline } = useOutlineView();
  const numbers = useStore(outline.state, (state) => state.numbers);
  const nodes = useDocumentState(({ document }) => document.nodes);
  const words = fold(query).split(' ').filter(Boolean);
  const found = [...numbers].flatMap(([id, number]) => {
    const node = nodes[id];
    if (!node || !canBeLedTo(store.kinds.get(node.kind))) return [];
    const title = t.numbered(number, names.step(node));
    const text = fold(title);
    return words.every((word) => (/^\d+$/.test(word) ? text.startsWith(word) : text.includes(word)))
      ? [{ node, title }]
      : [];
  });
  return found.slice(0, MOST).map(({ node, title }) => ({
    id: node.id,
    icon: <KindTile kind={node.kind} size="small" />,
    title,
    detail: node.id === now ? `${names.kind(node.kind)} · ${t.now}` : names.kind(node.kind),
  }));
}
