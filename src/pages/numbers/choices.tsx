/** A few ways to go on, each a button with a sentence: whoever chooses is already there. */
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';

export interface Choice<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: ReactNode;
}

export interface ChoicesProps<Id extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Id>[];
  readonly onChoose: (id: Id) => void;
  readonly isDisabled?: boolean;
}

export function Choices<Id extends string>({ label, choices, onChoose, isDisabled }: ChoicesProps<Id>) {
  return (
    <ul
      aria-label={label}
      className="divide-y divide-line overflow-hidden rounded-card border border-line bg-card shadow-card"
    >
      {choices.map(({ id, label: name, hint, icon }) => (
        <li key={id}>
          <Button
            onPress={() => onChoose(id)}
            isDisabled={isDisabled ?? false}
            className="press-motion flex min-h-14 w-full cursor-pointer items-center gap-4 px-5 py-3.5 text-left data-disabled:opacity-50 data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-accent data-hovered:bg-hover data-pressed:bg-press"
          >
            {icon !== undefined && (
              <span
                aria-hidden
                className="flex size-9 shrink-0 items-center justify-center rounded-card bg-family-act-tint text-family-act [&_svg]:size-5"
              >
                {icon}
              </span>
            )}
            <span className="min-w-0 flex-1">
              <span className="block text-base font-medium">{name}</span>
              {hint !== undefined && <span className="block text-sm text-pretty text-muted">{hint}</span>}
            </span>
            <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
          </Button>
        </li>
      ))}
    </ul>
  );
}
