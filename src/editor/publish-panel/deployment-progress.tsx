/** A publication step by step: what is done, what runs, what waits. */
import { Circle, CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { DeploymentAnswer } from '../../publish/wire.ts';
import { Progress } from '../../ui/progress.tsx';
import { publishMessages } from './messages.ts';

type Step = DeploymentAnswer['steps'][number];

const ICONS: Record<Step['state'], { Icon: typeof Circle; look: string }> = {
  pending: { Icon: Circle, look: 'text-line' },
  'in-flight': { Icon: LoaderCircle, look: 'animate-spin text-accent' },
  done: { Icon: CircleCheck, look: 'text-success' },
  failed: { Icon: CircleAlert, look: 'text-danger' },
};

export function DeploymentProgress({ deployment }: { readonly deployment: DeploymentAnswer }) {
  const t = useMessages(publishMessages);
  const format = useFormat();
  const done = deployment.steps.filter(({ state }) => state === 'done').length;
  return (
    <div aria-live="polite">
      <Progress label={t.running} value={(100 * done) / Math.max(1, deployment.steps.length)} />
      <ol className="mt-4 flex flex-col gap-2.5">
        {deployment.steps.map((step) => {
          const { Icon, look } = ICONS[step.state];
          return (
            <li
              key={`${step.kind} ${step.name}`}
              className={`flex items-center gap-2.5 text-base ${step.state === 'pending' ? 'text-muted' : ''}`}
            >
              <Icon aria-hidden className={`size-4 shrink-0 ${look}`} />
              <span className="min-w-0 truncate">{t.steps[step.kind](format.phone(step.name))}</span>
              <span className="sr-only">{t.states[step.state]}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
