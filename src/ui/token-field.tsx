/** Several lines of text in which some words are tokens: whole, coloured, deleted in one stroke. Knows no meaning of a token. */
import { type ReactNode, type Ref, useImperativeHandle, useRef, useState } from 'react';
import {
  TokenField as AriaTokenField,
  Label,
  Token,
  TokenFieldValue,
  TokenInput,
  type TokenInputProps,
} from 'react-aria-components';
import { setTokenFieldSelection } from 'react-aria-components/TokenField';
import { classNames } from './class-names.ts';
import { type FieldError, FieldHint, isInvalid } from './field-hint.tsx';
import { BOX, FIELD, LABEL } from './field-style.ts';

export type TokenPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'token'; readonly id: string; readonly text: string; readonly isUnknown?: boolean };

/** For a button beside the field that puts a token where the caret is, or was. */
export interface TokenFieldHandle {
  insert(id: string, text: string): void;
}

export interface TokenFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  /** At the end of the label's line: a button. */
  readonly action?: ReactNode;
  readonly hint?: string;
  readonly error?: FieldError;
  readonly placeholder?: string;
  readonly parts: readonly TokenPart[];
  readonly onChange: (parts: readonly TokenPart[]) => void;
  readonly isReadOnly?: boolean;
  readonly handle?: Ref<TokenFieldHandle>;
  /** A sign that is not written but asks for a token: what asks is told, and the caret stays where it was. */
  readonly sign?: string;
  readonly onSign?: () => void;
  readonly className?: string;
}

interface TokenData {
  readonly id: string;
  readonly isUnknown: boolean;
}
type Value = TokenFieldValue<TokenData>;
type Segment = Parameters<TokenInputProps<Value>['children']>[0];

export function TokenField(props: TokenFieldProps) {
  const { label, labelHidden, action, hint, error, placeholder, parts, onChange, isReadOnly = false } = props;
  // The field's own value carries the caret; it is exchanged only when the parts were changed from outside.
  const [local, setLocal] = useState<Value>(() => toValue(parts));
  const shown = same(fromValue(local), parts) ? local : toValue(parts);
  const input = useRef<HTMLDivElement>(null);
  const change = (typed: Value) => {
    const isAsked = props.sign !== undefined && isJustTyped(typed, shown, props.sign);
    const next = isAsked ? withoutLast(typed) : typed;
    if (isAsked) props.onSign?.();
    setLocal(next);
    if (!same(fromValue(next), parts)) onChange(fromValue(next));
  };
  useImperativeHandle(props.handle, () => ({
    insert(id, text) {
      const { start, end } = shown.selectedRange;
      const token = { type: 'token' as const, text, value: { id, isUnknown: false } };
      const before = shown.segments[start.index]?.text.slice(0, start.offset) ?? '';
      const space = /[\p{L}\p{N}.,!?;:]$/u.test(before) ? [{ type: 'text' as const, text: ' ' }] : [];
      const next = shown.replaceRangeWithSegments(start, end, [...space, token]);
      change(next);
      // The menu that asked for it gives the focus back to its button first, one frame after it has closed.
      requestAnimationFrame(() => requestAnimationFrame(() => focusAt(input.current, next)));
    },
  }));
  return (
    <AriaTokenField<Value>
      value={shown}
      onChange={change}
      allowsNewlines
      isReadOnly={isReadOnly}
      className={classNames(FIELD, props.className)}
    >
      <div className="flex min-h-6 items-center justify-between gap-2">
        <Label className={classNames(LABEL, labelHidden && 'sr-only')}>{label}</Label>
        {action}
      </div>
      <TokenInput<Value>
        ref={input}
        aria-invalid={isInvalid(error)}
        data-placeholder={parts.length === 0 ? placeholder : undefined}
        className={classNames(
          BOX,
          'max-h-80 min-h-17 cursor-text overflow-y-auto px-3 py-2 break-words whitespace-pre-wrap',
          'before:pointer-events-none before:float-left before:h-0 before:text-muted before:content-[attr(data-placeholder)]',
          isInvalid(error) && 'border-danger',
        )}
      >
        {(segment) => <TokenChip segment={segment} />}
      </TokenInput>
      <FieldHint hint={hint} error={error} />
    </AriaTokenField>
  );
}

function TokenChip({ segment }: { readonly segment: Segment }) {
  return (
    <Token
      className={classNames(
        'rounded-sm px-1 py-px font-medium data-selected:bg-accent data-selected:text-on-accent',
        segment.value?.isUnknown ? 'bg-danger-soft text-danger' : 'bg-accent-soft text-accent',
      )}
    >
      {segment.text}
    </Token>
  );
}

/** The sign stands before the caret, and is the only thing that was not there. */
function isJustTyped(typed: Value, before: Value, sign: string): boolean {
  const { index, offset } = typed.caretPosition;
  const isThere = typed.segments[index]?.text.slice(0, offset).endsWith(sign) === true;
  return isThere && typed.toString().length === before.toString().length + sign.length;
}

function withoutLast(typed: Value): Value {
  const { index, offset } = typed.caretPosition;
  return typed.replaceRange({ index, offset: offset - 1 }, { index, offset }, '');
}

function focusAt(input: HTMLElement | null, value: Value): void {
  if (input === null) return;
  input.focus();
  setTokenFieldSelection(input, value.selectedRange);
}

/** The caret begins at the end: what is inserted before anybody typed belongs there. */
function toValue(parts: readonly TokenPart[]): Value {
  const value = new TokenFieldValue<TokenData>(
    parts.map((part) =>
      part.type === 'text'
        ? part
        : { type: 'token', text: part.text, value: { id: part.id, isUnknown: part.isUnknown === true } },
    ),
  );
  const last = value.segments.length - 1;
  const end = { index: Math.max(0, last), offset: value.segments[last]?.text.length ?? 0 };
  return value.withCaretPosition(end);
}

function fromValue(value: Value): TokenPart[] {
  return value.segments.flatMap((segment): TokenPart[] => {
    if (segment.type === 'text') return segment.text === '' ? [] : [{ type: 'text', text: segment.text }];
    const { id = '', isUnknown = false } = segment.value ?? {};
    return [{ type: 'token', id, text: segment.text, ...(isUnknown ? { isUnknown } : {}) }];
  });
}

function same(a: readonly TokenPart[], b: readonly TokenPart[]): boolean {
  return a.length === b.length && a.every((part, index) => key(part) === key(b[index]));
}

function key(part: TokenPart | undefined): string {
  if (part === undefined) return '';
  return part.type === 'text' ? `t${part.text}` : `k${part.id}\u0000${part.text}`;
}
