/** What will happen, in sentences. */
import { CalendarClock, Check, Info, TriangleAlert } from 'lucide-react';
import type { NodeId } from '../../flow/document.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import type { PlanAnswer } from '../../publish/wire.ts';
import { useDocumentState } from '../editor-context.ts';
import { useProblemWords } from '../problems-panel/problem-words.ts';
import { ChangesPart } from './changes-part.tsx';
import { EffectsPart } from './effects-part.tsx';
import { publishMessages } from './messages.ts';
import { Part } from './part.tsx';
import { PlanLine } from './plan-line.tsx';
import { WarningsList } from './warnings-list.tsx';

export function PlanParts({ plan }: { readonly plan: PlanAnswer }) {
  const t = useMessages(publishMessages);
  const format = useFormat();
  const names = useKindNames();
  const document = useDocumentState((state) => state.document);
  const wordsFor = useProblemWords();
  const { nodes } = document;
  const stepName = (id: string) => {
    const node = nodes[id as NodeId];
    return node && names.step(node);
  };
  return (
    <>
      <ChangesPart version={plan.version} />
      <Part title={t.what}>
        <ul className="flex flex-col gap-2">
          {plan.unchanged ? (
            <PlanLine icon={<Info className="text-accent" />}>{t.unchanged}</PlanLine>
          ) : (
            <>
              <PlanLine icon={<Check className="text-success" />}>
                {t.creates(plan.creates.length)}
                {plan.reuses > 0 && ` ${t.reuses(plan.reuses)}`}
              </PlanLine>
              {plan.schedule === null && (
                <PlanLine icon={<Check className="text-success" />}>
                  {t.switch(format.phone(plan.number.number))}
                </PlanLine>
              )}
              {plan.number.answersNow !== null && plan.schedule?.isDue !== false && (
                <PlanLine icon={<Check className="text-success" />}>{t.ongoing}</PlanLine>
              )}
            </>
          )}
          {plan.schedule && (
            <PlanLine icon={<CalendarClock className="text-accent" />}>
              {t.byHours(
                format.phone(plan.number.number),
                format.list(plan.schedule.hours),
                plan.schedule.rest,
              )}{' '}
              {!plan.unchanged && (plan.schedule.isDue ? t.byHoursNow : t.byHoursLater)}
            </PlanLine>
          )}
          {plan.secrecy !== 'off' && (
            <PlanLine icon={<Check className="text-success" />}>{t.secrecy}</PlanLine>
          )}
          {plan.secrecy === 'leaves-out-recording' && (
            <PlanLine icon={<TriangleAlert className="text-warning" />}>{t.secrecyNoRecording}</PlanLine>
          )}
          {plan.limits.map(({ code, node, params }) => {
            const problem = { code, severity: 'warning', at: { node: node as NodeId }, params } as const;
            const { what, todo } = wordsFor(problem, document);
            return (
              <PlanLine key={`${code} ${node} ${what}`} icon={<TriangleAlert className="text-warning" />}>
                {`${stepName(node) ?? node}${t.colon}${what}. ${todo}`}
              </PlanLine>
            );
          })}
          {plan.warnings > 0 && (
            <PlanLine icon={<TriangleAlert className="text-warning" />}>
              {t.warnings(plan.warnings)}
              <WarningsList />
            </PlanLine>
          )}
        </ul>
      </Part>
      <EffectsPart effects={plan.effects} stepName={stepName} />
    </>
  );
}
