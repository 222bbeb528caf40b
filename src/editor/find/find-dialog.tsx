/** The search of an open flow: type, choose, and be there. Typing renders nothing but this window. */
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { deviceStorage } from '../../data/device-storage.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNavigate } from '../../router/router.tsx';
import { CommandDialog } from '../../ui/command-dialog.tsx';
import { placeForStep } from '../canvas/offer-step.ts';
import { type Editor, useEditor } from '../editor-context.ts';
import { addAndShow } from '../palette/add-item.ts';
import { useHasRuntime } from '../use-has-runtime.ts';
import { type Asked, findGroups } from './find-groups.ts';
import { goTo, goToStep } from './go-to.ts';
import { findMessages } from './messages.ts';
import { recentChoices, rememberChoice } from './recent-choices.ts';
import { useThingRow } from './thing-row.tsx';
import { type TemplateItem, THING_GROUPS, type Thing, type Things, useThings } from './things.ts';

interface FindDialogProps {
  readonly onClose: () => void;
}

export function FindDialog({ onClose }: FindDialogProps) {
  return <OpenFind things={useThings()} onClose={onClose} />;
}

function OpenFind({ things, onClose }: FindDialogProps & { readonly things: Things }) {
  const editor = useEditor();
  const t = useMessages(findMessages);
  const rowOf = useThingRow();
  const hasRuntime = useHasRuntime();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useState<Asked>({});
  const [recent] = useState(() => recentChoices(deviceStorage, editor.flowId));
  const groups = findGroups(things, query, { recent, asked });
  const choose = (id: string) => {
    const more = THING_GROUPS.find((group) => id === moreOf(group));
    if (more) {
      setAsked({ ...asked, [more]: (asked[more] ?? 0) + 1 });
      return;
    }
    const thing = groups.flatMap(({ hits }) => hits).find(({ item }) => item.id === id)?.item;
    if (!thing) return;
    // Problems are numbered anew whenever they are looked for.
    if (thing.group !== 'problems') rememberChoice(deviceStorage, editor.flowId, thing.id);
    // Gone before anything else takes the focus, so that it is not taken back.
    flushSync(onClose);
    if (thing.group === 'templates') navigate(`/flows/new?template=${thing.template}`);
    else perform(editor, thing, hasRuntime);
  };
  return (
    <CommandDialog
      label={t.title}
      placeholder={t.placeholder}
      value={query}
      onChange={(next) => {
        setQuery(next);
        setAsked({});
      }}
      groups={groups.map(({ id, hits, total }) => {
        const left = total - hits.length;
        return {
          id,
          title: t.groups[id],
          items: [...hits.map(rowOf), ...(left > 0 ? [{ id: moreOf(id), title: t.more(left) }] : [])],
        };
      })}
      onChoose={choose}
      onClose={onClose}
      empty={t.nothing(query.trim())}
      status={t.found(groups.reduce((sum, { total }) => sum + total, 0))}
    />
  );
}

const moreOf = (group: string) => `more:${group}`;

function perform(editor: Editor, thing: Exclude<Thing, TemplateItem>, hasRuntime: boolean): void {
  if (thing.group === 'actions') thing.action.perform();
  else if (thing.group === 'help') editor.panels.setState({ dialog: 'help', helpOn: thing.on });
  else if (thing.group === 'add') addAndShow(editor, thing.entry, { ...placeForStep(editor), hasRuntime });
  else if (thing.group === 'problems') {
    const { node } = thing.problem.at;
    if (node === undefined) editor.panels.setState({ problems: true });
    else void goToStep(editor, node);
  } else goTo(editor, thing.place);
}
