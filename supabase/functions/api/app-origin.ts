/** The app that is asking, among those that are ours. */
import type { Deps } from '../_shared/deps.ts';

export function appOrigin(request: Request, { settings }: Pick<Deps, 'settings'>): string {
  const [first = ''] = settings.origins;
  const asking = request.headers.get('origin') ?? '';
  return settings.origins.has(asking) ? asking : first;
}
