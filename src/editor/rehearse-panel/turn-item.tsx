/** One turn: the step that spoke, the words, what they led to and why, and the way back to it. */
import { Pencil, Undo2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useStore } from 'zustand';
import type { NodeId } from '../../flow/document.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import type { RehearsalStep } from '../../publish/wire.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { centreOn } from '../canvas/viewport.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { useBecause } from './because.ts';
import { rehearseMessages } from './messages.ts';
import { spokenMoment, useZone } from './pretend-part.tsx';
import type { Rehearsal, Turn } from './rehearsal.ts';
import type { Break } from './rehearsal-state.ts';

export interface TurnItemProps {
  readonly turn: Turn;
  readonly previous: Turn | undefined;
  readonly next: Turn | undefined;
  readonly rehearsal: Rehearsal;
  /** What moved the call last is told without being asked. */
  readonly isLatest: boolean;
  readonly isEditing: boolean;
  readonly onEdit: (turn: number | null) => void;
}

/** Shown with the mouse or the focus on the turn, and always where there is no mouse. */
const ON_DEMAND =
  'opacity-0 group-hover/turn:opacity-100 group-focus-within/turn:opacity-100 pointer-coarse:opacity-100';

export function TurnItem({ turn, previous, next, rehearsal, isLatest, isEditing, onEdit }: TurnItemProps) {
  const t = useMessages(rehearseMessages);
  const isCaller = turn.who === 'caller';
  const isFirst = previous?.who !== turn.who || previous.node !== turn.node || turn.break !== undefined;
  return (
    <li
      className={`group/turn animate-rise-in flex flex-col ${isCaller ? 'items-end' : 'items-start'} ${isFirst ? 'mt-2 first:mt-0' : ''}`}
    >
      {turn.break && <BreakLine broken={turn.break} />}
      <span className="sr-only">{isCaller ? t.caller : t.assistant}</span>
      {turn.node !== null && isFirst && <Speaker node={turn.node as NodeId} />}
      {isEditing ? (
        <EditForm turn={turn} rehearsal={rehearsal} onEdit={onEdit} />
      ) : (
        <div
          className={`flex max-w-full items-center gap-1 ${isCaller ? 'flex-row-reverse self-end' : 'self-start'}`}
        >
          <span
            className={`max-w-[86%] min-w-0 forced-colors:border rounded-panel px-3.5 py-2 text-base break-words whitespace-pre-wrap ${
              isCaller ? 'rounded-br-sm bg-accent text-on-accent' : 'rounded-bl-sm bg-sunken'
            }`}
          >
            {turn.text}
          </span>
          <TurnAction turn={turn} next={next} rehearsal={rehearsal} onEdit={onEdit} />
        </div>
      )}
      {turn.left && turn.left.length > 0 && <Reasons left={turn.left} isLatest={isLatest} />}
    </li>
  );
}

function Speaker({ node: id }: { readonly node: NodeId }) {
  const editor = useEditor();
  const t = useMessages(rehearseMessages);
  const names = useKindNames();
  const node = useDocumentState(({ document }) => document.nodes[id]);
  if (!node) return null;
  const name = names.step(node);
  return (
    <button
      type="button"
      aria-label={t.goToStep(name)}
      onClick={() => centreOn(editor, node.id)}
      className="press-motion mb-0.5 min-h-6 cursor-pointer rounded-sm px-1 text-xs text-muted hover:text-ink pointer-coarse:min-h-11"
    >
      {name}
    </button>
  );
}

function TurnAction({
  turn,
  next,
  rehearsal,
  onEdit,
}: Omit<TurnItemProps, 'previous' | 'isEditing' | 'isLatest'>) {
  const t = useMessages(rehearseMessages);
  const isOver = useStore(rehearsal.state, ({ status }) => status === 'starting' || status === 'thinking');
  if (isOver) return null;
  if (turn.who === 'caller')
    return (
      <IconButton
        label={t.edit}
        icon={<Pencil />}
        size="small"
        className={ON_DEMAND}
        onPress={() => onEdit(turn.id)}
      />
    );
  // One goes back to the end of an answer, where somebody spoke after it.
  if (next?.who !== 'caller') return null;
  return (
    <IconButton
      label={t.goBack}
      icon={<Undo2 />}
      size="small"
      className={ON_DEMAND}
      onPress={() => void rehearsal.rewind(turn.id)}
    />
  );
}

function EditForm({ turn, rehearsal, onEdit }: Pick<TurnItemProps, 'turn' | 'rehearsal' | 'onEdit'>) {
  const t = useMessages(rehearseMessages);
  const [text, setText] = useState(turn.text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    onEdit(null);
    void rehearsal.rewind(turn.id, text);
  };
  return (
    <form onSubmit={submit} className="flex w-full flex-col gap-2 rounded-panel bg-accent-soft p-2.5">
      <TextField
        label={t.editing}
        labelHidden
        autoFocus
        value={text}
        maxLength={2000}
        onChange={setText}
        onKeyDown={(event) => event.key === 'Escape' && onEdit(null)}
        autoComplete="off"
      />
      <div className="flex justify-end gap-2">
        <Button size="small" variant="ghost" onPress={() => onEdit(null)}>
          {t.cancel}
        </Button>
        <Button size="small" variant="primary" type="submit" isDisabled={text.trim() === ''}>
          {t.sayInstead}
        </Button>
      </div>
    </form>
  );
}

interface ReasonsProps {
  readonly left: readonly RehearsalStep[];
  readonly isLatest: boolean;
}

/** Pressing one shows the step that was left. */
function Reasons({ left, isLatest }: ReasonsProps) {
  const editor = useEditor();
  const t = useMessages(rehearseMessages);
  const document = useDocumentState((state) => state.document);
  const becauseOf = useBecause();
  const reasons = left.flatMap((step) => becauseOf(document, step) ?? []);
  return (
    <ul
      aria-label={t.why}
      className={`mt-1 flex w-full flex-col items-start gap-0.5 ${isLatest ? '' : ON_DEMAND}`}
    >
      {reasons.map(({ node, step, sentence, isInferred }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step may be left twice in one turn
        <li key={index} className="max-w-full">
          <button
            type="button"
            onClick={() => centreOn(editor, node)}
            className="press-motion min-h-6 cursor-pointer rounded-sm px-1 text-left text-xs text-muted hover:text-ink pointer-coarse:min-h-11"
          >
            {t.left(step, sentence)}
            {isInferred && <span title={t.inferredHint}>{` (${t.inferred})`}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

function BreakLine({ broken }: { readonly broken: Break }) {
  const t = useMessages(rehearseMessages).breaks;
  const format = useFormat();
  const zone = useZone();
  const names = useKindNames();
  const node = useDocumentState(({ document }) => document.nodes[broken.node as NodeId]);
  const information = useDocumentState(({ document }) => document.information);
  const step = node ? names.step(node) : '';
  return (
    <p className="my-2 w-full border-t border-line pt-2 text-center text-xs text-muted">
      {broken.type === 'from' && t.from(step)}
      {broken.type === 'told' &&
        t.told(
          Object.values(information).find(({ id }) => id === broken.information)?.name ?? '',
          broken.value,
          step,
        )}
      {broken.type === 'moved' && t.moved(spokenMoment(format, broken.now, zone), step)}
    </p>
  );
}
