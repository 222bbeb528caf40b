/** The tile of a kind: its icon, tinted by its family. */
import { CircleHelp } from 'lucide-react';
import { drawnKinds } from '../kinds/drawn.ts';
import { viewOf } from '../kinds/views.tsx';

export function KindIcon({ kind }: { readonly kind: string }) {
  const Icon = viewOf(kind)?.icon ?? CircleHelp;
  const family = drawnKinds.get(kind)?.family ?? 'aid';
  return (
    <span
      aria-hidden
      className="grid size-7 shrink-0 place-items-center rounded-lg [&_svg]:size-4"
      style={{ color: `var(--color-family-${family})`, background: `var(--color-family-${family}-tint)` }}
    >
      <Icon />
    </span>
  );
}
