/** Two versions side by side, thing by thing: one is chosen, both are kept. */
import { useMemo, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useStore } from 'zustand';
import type { Side } from '../../flow/merge/conflict.ts';
import { useLanguageState } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/toast.tsx';
import { useEditor } from '../editor-context.ts';
import { type ConflictRow, conflictRows } from './conflict-rows.ts';
import { savingMessages } from './messages.ts';

export function ConflictDialog({ onClose }: { readonly onClose: () => void }) {
  const { autosave, store, panels } = useEditor();
  const t = useMessages(savingMessages).conflict;
  const language = useLanguageState();
  const state = useStore(autosave.state);
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const [isPending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<'failed' | 'changed' | null>(null);
  const rows = useMemo(
    () =>
      state.status === 'conflict' ? conflictRows(state.conflicts, state.edits, store.kinds, language) : [],
    [state, store, language],
  );
  const choose = (chosen: readonly ConflictRow[], side: Side) =>
    setChoices(
      new Map([...choices, ...chosen.flatMap(({ keys }) => keys.map((key) => [key, side] as const))]),
    );
  const open = rows.filter(({ keys }) => keys.some((key) => !choices.has(key)));
  const save = async () => {
    setPending(true);
    const answer = await autosave.resolve(choices);
    setPending(false);
    if (answer.ok) {
      notify({
        text: t.kept,
        tone: 'success',
        action: { label: t.show, onPress: () => panels.setState({ dialog: 'aside' }) },
      });
      return onClose();
    }
    setTrouble(answer.failure === 'conflict' ? 'changed' : 'failed');
  };
  if (rows.length === 0 && !isPending) return null;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.title}
      lead={t.lead}
      size="large"
      footer={
        <>
          <span className="mr-auto text-sm text-muted" role="status">
            {t.left(open.length)}
          </span>
          <Button onPress={() => choose(rows, 'mine')}>{t.allMine}</Button>
          <Button onPress={() => choose(rows, 'theirs')}>{t.allTheirs}</Button>
          <Button
            variant="primary"
            isDisabled={open.length > 0}
            isPending={isPending}
            onPress={() => void save()}
          >
            {t.save}
          </Button>
        </>
      }
    >
      {trouble && (
        <Banner tone="danger" className="mb-4">
          {t[trouble]}
        </Banner>
      )}
      <div className="flex flex-col gap-6">
        {rows.map((row) => (
          <Choice
            key={row.keys[0]}
            row={row}
            side={choices.get(row.keys[0]!) ?? null}
            onChoose={(side) => choose([row], side)}
          />
        ))}
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly row: ConflictRow;
  readonly side: Side | null;
  readonly onChoose: (side: Side) => void;
}

function Choice({ row, side, onChoose }: ChoiceProps) {
  const t = useMessages(savingMessages).conflict;
  return (
    <RadioGroup
      value={side}
      onChange={(value) => onChoose(value === 'theirs' ? 'theirs' : 'mine')}
      className="flex flex-col gap-2"
    >
      <Label className="text-base font-semibold">{usePlaceName()(row.place)}</Label>
      <div className="grid gap-3 sm:grid-cols-2">
        {(['mine', 'theirs'] as const).map((one) => (
          <Radio
            key={one}
            value={one}
            className="press-motion flex cursor-pointer flex-col gap-1.5 rounded-lg border border-line bg-card p-3.5 text-base data-hovered:bg-hover data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-accent data-selected:border-accent data-selected:bg-accent-soft"
          >
            {({ isSelected }) => (
              <>
                <span className="flex items-center gap-2 text-sm font-medium">
                  <span
                    aria-hidden
                    className={`size-4 shrink-0 rounded-full border bg-card ${isSelected ? 'border-5 border-accent' : 'border-field'}`}
                  />
                  {t[one]}
                </span>
                {row[one].map((sentence) => (
                  <span key={sentence} className="block break-words">
                    {sentence}
                  </span>
                ))}
              </>
            )}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

function usePlaceName(): (place: ConflictRow['place']) => string {
  const { places } = useMessages(savingMessages).conflict;
  return (place) => {
    if (place.of === 'step') return place.name;
    if (place.of === 'positions') return places.positions(place.count);
    const names: Readonly<Record<string, unknown>> = places;
    const part = names[place.part];
    const title = typeof part === 'string' ? part : place.part;
    return place.name === undefined ? title : `${title}: ${place.name}`;
  };
}
