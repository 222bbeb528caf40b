/** A sentence with an icon before it. */
import type { ReactNode } from 'react';

export function PlanLine({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="flex gap-2.5 text-base [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0">
      {icon}
      <div className="min-w-0 flex-1">{children}</div>
    </li>
  );
}
