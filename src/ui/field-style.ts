/** How labels and the boxes of fields look, shared by all fields. Knows no behaviour. */

export const FIELD = 'flex min-w-0 flex-col gap-1.5';

export const LABEL = 'text-sm font-medium text-ink select-none';

/** The box that is typed into or pressed. */
export const BOX =
  'press-motion w-full min-w-0 rounded-lg border border-field/70 bg-card text-base text-ink ' +
  'hover:border-field data-focused:border-accent data-focused:outline-2 data-focused:-outline-offset-1 data-focused:outline-accent ' +
  'focus-visible:-outline-offset-1 data-invalid:border-danger data-disabled:opacity-55';

export const CONTROL_HEIGHT = 'h-9 px-3 pointer-coarse:h-11';
