/** The number that will be called, and the twelve keys. */
import { Delete, Phone } from 'lucide-react';
import { Button as AriaButton, Input, TextField } from 'react-aria-components';
import { writePhone } from '../i18n/phone-number.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { messages } from './messages.ts';

const KEYS = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', '', 'star'],
  ['0', '+'],
  ['#', '', 'hash'],
] as const;

export interface DialPadProps {
  readonly number: string;
  readonly onChange: (number: string) => void;
  readonly onCall: () => void;
  readonly isCalling: boolean;
}

export function DialPad({ number, onChange, onCall, isCalling }: DialPadProps) {
  const t = useMessages(messages);
  return (
    <div className="mx-auto flex w-64 flex-col items-center">
      <TextField
        aria-label={t.number}
        value={writePhone(number)}
        onChange={(text) => onChange(text.replace(/[^\d+*#]/g, ''))}
        className="w-full"
      >
        <Input
          inputMode="tel"
          className="w-full rounded-lg bg-transparent py-2 text-center text-lg font-medium tracking-wide tabular-nums"
        />
      </TextField>
      <fieldset aria-label={t.pad} className="mt-3 grid grid-cols-3 gap-3">
        {KEYS.map(([key, letters, name]) => (
          <AriaButton
            key={key}
            // What stands on a key is its name; signs are silent in some screen readers.
            {...(name ? { 'aria-label': t.keys[name] } : {})}
            onPress={() => onChange(number + key)}
            className="press-motion flex size-16 cursor-pointer flex-col items-center justify-center rounded-full bg-fill forced-colors:border data-hovered:bg-press data-pressed:scale-95"
          >
            <span className="text-lg leading-6 font-medium">{key}</span>
            <span className="h-3 text-[11px] leading-3 text-muted">{letters}</span>
          </AriaButton>
        ))}
        <span />
        <AriaButton
          aria-label={isCalling ? t.calling : t.call}
          isPending={isCalling}
          isDisabled={number === ''}
          onPress={onCall}
          className="press-motion flex size-16 cursor-pointer items-center justify-center rounded-full bg-success text-card forced-colors:border data-disabled:opacity-50 data-hovered:opacity-90 data-pending:animate-shimmer data-pressed:scale-95"
        >
          <Phone aria-hidden className="size-6 fill-current" strokeWidth={0} />
        </AriaButton>
        <div className="flex items-center justify-center">
          <IconButton
            label={t.erase}
            icon={<Delete />}
            isDisabled={number === ''}
            onPress={() => onChange(number.slice(0, -1))}
          />
        </div>
      </fieldset>
    </div>
  );
}
