/** How going back is getting on, and how it went: with one press it is taken back. */
import { CircleCheck, LoaderCircle, Undo2 } from 'lucide-react';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { messages } from './messages.ts';
import { usePlaces } from './use-places.ts';
import type { Switch, useRollBack } from './use-roll-back.ts';

const BOX = 'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg px-3.5 py-2.5 text-sm';

export function RollBackNews({ rollBack }: { readonly rollBack: ReturnType<typeof useRollBack> }) {
  const t = useMessages(messages);
  const say = useFailureText();
  const named = usePlaces();
  const { state } = rollBack;
  const ofSwitches = (switches: readonly Switch[]) => named(switches.map(({ number }) => number));
  switch (state.status) {
    case 'idle':
      return null;
    case 'running': {
      const label = state.numbers.length === 0 ? t.underWay : t.running(named(state.numbers));
      const done = state.steps.filter((step) => step.state === 'done').length;
      return (
        <div role="status" className={`${BOX} bg-accent-soft`}>
          <LoaderCircle aria-hidden className="size-4 animate-spin text-accent" />
          <span className="flex-1">{label}</span>
          <Progress
            label={label}
            className="w-full"
            {...(state.steps.length > 0 && { value: (100 * done) / state.steps.length })}
          />
        </div>
      );
    }
    case 'done': {
      const { purpose, version } = state.last;
      const numbers = ofSwitches(state.switches);
      return (
        <div role="status" className={`${BOX} bg-success-soft`}>
          <CircleCheck aria-hidden className="size-4 text-success" />
          <span className="flex-[1_1_14rem]">
            {purpose === 'fallback' ? t.backWords(numbers) : t.back(version, numbers)}
          </span>
          <span className="flex gap-2">
            <Button size="small" icon={<Undo2 />} onPress={() => void rollBack.undo(state.switches)}>
              {t.undo}
            </Button>
            <Button size="small" variant="ghost" onPress={rollBack.close}>
              {t.close}
            </Button>
          </span>
        </div>
      );
    }
    case 'failed':
      return (
        <Banner
          tone="danger"
          action={
            <Button size="small" onPress={() => void rollBack.run(state.left)}>
              {t.tryAgain}
            </Button>
          }
        >
          {say(state.code)}{' '}
          {state.done.length > 0 ? t.notAll(ofSwitches(state.done), ofSwitches(state.left)) : t.unchanged}
        </Banner>
      );
  }
}
