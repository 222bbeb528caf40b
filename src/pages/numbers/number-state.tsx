/** Whether a number rings, in plain words. */
import type { PhoneNumber } from '../../data/numbers.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { messages } from './messages.ts';

export const STATE_TONES: Record<PhoneNumber['state'], Tone> = {
  active: 'success',
  activating: 'warning',
  blocked: 'danger',
};

export function useProviderName(): (number: PhoneNumber, isSandbox: boolean) => string {
  const t = useMessages(messages);
  const names: Readonly<Record<string, string>> = t.providers;
  return ({ provider }, isSandbox) =>
    isSandbox && provider === 'vapi' ? t.providers.sandbox : (names[provider] ?? provider);
}

export function NumberState({
  number,
  isSandbox,
}: {
  readonly number: PhoneNumber;
  readonly isSandbox: boolean;
}) {
  const t = useMessages(messages);
  const providerOf = useProviderName();
  const provider = providerOf(number, isSandbox);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {number.isElsewhere ? (
        <Badge tone="warning">{t.elsewhere}</Badge>
      ) : (
        <Badge tone={STATE_TONES[number.state]} dot>
          {t.states[number.state]}
        </Badge>
      )}
      <span>{number.label === '' ? provider : `${number.label} · ${provider}`}</span>
      <span className="basis-full text-sm">
        {number.isElsewhere ? t.elsewhereHint : t.stateHints[number.state]}
      </span>
    </span>
  );
}
