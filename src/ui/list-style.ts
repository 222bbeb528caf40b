/** How floating lists look: menus, selects, comboboxes. Knows no behaviour. */

export const FLOATING =
  'animate-rise-in min-w-(--trigger-width) overflow-auto rounded-lg border border-line bg-card p-1 shadow-overlay';

export const ROW =
  'flex cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1.5 text-base text-ink select-none ' +
  'data-focused:bg-hover data-focused:outline-none data-disabled:cursor-default data-disabled:opacity-45 ' +
  'pointer-coarse:min-h-11 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted';
