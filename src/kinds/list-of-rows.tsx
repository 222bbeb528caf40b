/**
 * A list in a form: rows are added, removed and put in order, by pointer and by keyboard, and the focus goes along.
 * Knows no kind: what stands in a row is given.
 */
import { Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import type { Json } from '../lib/json.ts';
import { Button } from '../ui/button.tsx';
import { FaultLine } from '../ui/field-hint.tsx';
import type { KindForm, StepEdit } from './kind-view.ts';
import { formMessages } from './messages.ts';
import { moved, RowButtons } from './row-buttons.tsx';

export interface ListOfRowsProps<Row extends object> {
  readonly form: KindForm;
  /** Where the list stands in the step's data. */
  readonly path: string;
  readonly rows: readonly Row[];
  readonly legend: string;
  readonly hint?: string;
  /** Stands in the place of the rows while there are none. */
  readonly empty?: string;
  /** What the button that adds a row says. */
  readonly add: string;
  readonly create: () => Row;
  readonly most: number;
  /** So many rows stay: with no more than these, none can be removed. */
  readonly fewest?: number;
  /** Whether the order means something; then rows can be moved. */
  readonly isOrdered?: boolean;
  /** What else changes when a row goes. */
  readonly onRemove?: (row: Row) => Pick<StepEdit, 'forget'>;
  /** The field beside the buttons of the row. */
  readonly first: (row: Row, place: RowPlace) => ReactNode;
  /** What stands below it. */
  readonly rest?: (row: Row, place: RowPlace) => ReactNode;
}

export interface RowPlace {
  readonly index: number;
  /** Where the row stands in the step's data: `people.0`. */
  readonly path: string;
}

/** Where the focus goes once the rows are drawn again: the field or button of that place in that row. */
interface Landing {
  readonly row: number;
  readonly field: number;
}

/** Three buttons for fingers leave no room for words beside them: they stand below. */
const MOVED_BY_FINGERS = 'pointer-coarse:flex-wrap pointer-coarse:[&>:first-child]:basis-full';

const FOCUSABLE = 'input, textarea, button, [contenteditable="true"]';

export function ListOfRows<Row extends object>(props: ListOfRowsProps<Row>) {
  const { form, path, rows, legend, hint, empty, add, create, most, fewest = 0, isOrdered = false } = props;
  const t = useMessages(formMessages);
  const { list, land } = useLanding(rows);
  const hintId = useId();
  const error = form.error(path);
  const value = (next: readonly Row[]) => next as unknown as Json;
  const move = (from: number, to: number) => {
    if (to < 0 || to >= rows.length) return;
    land({ row: to, field: focusedField(list.current, from) });
    form.set(path, value(moved(rows, from, to)));
  };
  const remove = (index: number, row: Row) => {
    land({ row: Math.min(index, rows.length - 2), field: 0 });
    form.edit({ changes: [{ path, value: value(rows.toSpliced(index, 1)) }], ...props.onRemove?.(row) });
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!isOrdered || form.isReadOnly || !event.altKey || step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(index, index + step);
  };
  return (
    <fieldset
      ref={list}
      className="flex min-w-0 flex-col gap-2"
      {...(hint === undefined ? {} : { 'aria-describedby': hintId })}
    >
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      {hint !== undefined && (
        <p id={hintId} className="-mt-1 mb-1 text-xs text-muted">
          {hint}
        </p>
      )}
      {rows.length === 0 && empty !== undefined && <p className="text-sm text-muted">{empty}</p>}
      {rows.map((row, index) => {
        const place = { index, path: `${path}.${index}` };
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would be read out with both legends
          <div
            key={keyOf(row, index)}
            data-row={index}
            role="group"
            aria-label={t.row(index + 1, rows.length)}
            className="flex flex-col gap-2 rounded-lg border border-line p-3"
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            <div className={`flex items-start gap-1 ${isOrdered && rows.length > 1 ? MOVED_BY_FINGERS : ''}`}>
              {props.first(row, place)}
              <span className="ml-auto flex h-9 items-center pointer-coarse:h-11">
                <RowButtons
                  index={index}
                  count={rows.length}
                  isDisabled={form.isReadOnly}
                  {...(isOrdered ? { onMove: (to: number) => move(index, to) } : {})}
                  onRemove={rows.length > fewest ? () => remove(index, row) : undefined}
                />
              </span>
            </div>
            {props.rest?.(row, place)}
          </div>
        );
      })}
      <FaultLine error={error} />
      {rows.length < most && (
        <Button
          size="small"
          variant="ghost"
          icon={<Plus />}
          className="-ml-2 self-start"
          isDisabled={form.isReadOnly}
          onPress={() => {
            land({ row: rows.length, field: 0 });
            form.set(path, value([...rows, create()]));
          }}
        >
          {add}
        </Button>
      )}
    </fieldset>
  );
}

/** Rows without an id have no identity but their place. */
function keyOf(row: object, index: number): string | number {
  return 'id' in row && typeof row.id === 'string' ? row.id : index;
}

/** Rows are drawn anew when they move: without this the person who moves one loses the place. */
function useLanding(rows: readonly object[]) {
  const list = useRef<HTMLFieldSetElement>(null);
  const wanted = useRef<Landing | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows that were asked for are there when they have changed
  useEffect(() => {
    const landing = wanted.current;
    wanted.current = null;
    if (landing === null || !list.current) return;
    const row = rowsOf(list.current)[landing.row];
    if (!row) {
      list.current.querySelector<HTMLElement>(':scope > button')?.focus();
      return;
    }
    const fields = fieldsOf(row);
    const isFree = (field: HTMLElement | undefined) => field !== undefined && !field.matches(':disabled');
    const around = [landing.field, landing.field + 1, landing.field - 1, 0];
    fields[around.find((index) => isFree(fields[index])) ?? 0]?.focus();
  }, [rows]);
  const land = (landing: Landing) => {
    wanted.current = landing;
  };
  return { list, land };
}

function rowsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(':scope > [data-row]')];
}

function fieldsOf(row: HTMLElement): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(FOCUSABLE)];
}

function focusedField(list: HTMLElement | null, row: number): number {
  const fields = list ? fieldsOf(rowsOf(list)[row] ?? list) : [];
  return Math.max(0, fields.indexOf(document.activeElement as HTMLElement));
}
