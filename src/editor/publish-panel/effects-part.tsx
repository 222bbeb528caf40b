/** What the flow reaches outside, each with its step, what goes along, and how it differs from what is in service. */
import {
  CalendarPlus,
  Check,
  Globe,
  type LucideIcon,
  Mail,
  MessageSquare,
  PhoneOutgoing,
} from 'lucide-react';
import type { EffectKind } from '../../flow/effect.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { PlanAnswer } from '../../publish/wire.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { publishMessages } from './messages.ts';
import { Part } from './part.tsx';
import { PlanLine } from './plan-line.tsx';

type Effect = PlanAnswer['effects'][number];

const ICONS: Readonly<Record<EffectKind, LucideIcon>> = {
  dials: PhoneOutgoing,
  asks: Globe,
  texts: MessageSquare,
  mails: Mail,
  books: CalendarPlus,
};
const TONES = { new: 'warning', 'sends-other': 'warning', gone: 'neutral' } as const satisfies Record<
  NonNullable<Effect['difference']>,
  Tone
>;

interface EffectsPartProps {
  readonly effects: readonly Effect[];
  /** Undefined for a step that is no longer drawn. */
  readonly stepName: (id: string) => string | undefined;
}

export function EffectsPart({ effects, stepName }: EffectsPartProps) {
  const t = useMessages(publishMessages);
  const format = useFormat();
  const sentence = useEffectSentence();
  return (
    <Part title={t.outside}>
      <ul className="flex flex-col gap-2">
        {effects.map((effect) => {
          const { kind, to, node, sends, difference } = effect;
          const Icon = ICONS[kind];
          const step = stepName(node);
          const what = sentence(effect);
          return (
            <PlanLine
              key={`${kind} ${to.type} ${to.name} ${node}`}
              icon={<Icon className={difference === 'gone' ? 'text-muted' : 'text-family-leave'} />}
            >
              <span className={difference === 'gone' ? 'text-muted line-through' : ''}>
                {step === undefined ? what : t.inStep(what, step)}
              </span>
              {difference !== null && (
                <Badge tone={TONES[difference]} className="ml-2 align-middle">
                  {t.differences[difference]}
                </Badge>
              )}
              {sends.length > 0 && (
                <span className="block text-sm text-muted">{t.sends(format.list(sends))}</span>
              )}
            </PlanLine>
          );
        })}
        {effects.length === 0 && <PlanLine icon={<Check className="text-success" />}>{t.noEffects}</PlanLine>}
      </ul>
    </Part>
  );
}

function useEffectSentence(): (effect: Effect) => string {
  const { effects: t } = useMessages(publishMessages);
  const format = useFormat();
  return ({ kind, to: { type, name } }) => {
    if (kind === 'books') return name === '' ? t.books : t.booksIn(name);
    if (kind === 'dials') return t.dials(format.phone(name));
    if (kind === 'asks') return t.asks(name);
    if (type === 'caller') return t.textsCaller;
    if (kind === 'texts')
      return type === 'information' ? t.textsInformation(name) : t.textsAddress(format.phone(name));
    return type === 'information' ? t.mailsInformation(name) : t.mailsAddress(name);
  };
}
