/** What will happen, and what the flow will do outside, in sentences. */
import { Check, Info, PhoneOutgoing, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { NodeId } from '../../flow/document.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import type { PlanAnswer } from '../../publish/wire.ts';
import { useDocumentState } from '../editor-context.ts';
import { useProblemWords } from '../problems-panel/problem-words.ts';
import { publishMessages } from './messages.ts';
import { Part } from './part.tsx';

export function PlanParts({ plan }: { readonly plan: PlanAnswer }) {
  const t = useMessages(publishMessages);
  const format = useFormat();
  const names = useKindNames();
  const document = useDocumentState((state) => state.document);
  const wordsFor = useProblemWords();
  const { nodes } = document;
  const stepName = (id: string) => {
    const node = nodes[id as NodeId];
    return node ? names.step(node) : id;
  };
  return (
    <>
      <Part title={t.what}>
        <ul className="flex flex-col gap-2">
          {plan.unchanged ? (
            <Line icon={<Info className="text-accent" />}>{t.unchanged}</Line>
          ) : (
            <>
              <Line icon={<Check className="text-success" />}>
                {t.creates(plan.creates.length)}
                {plan.reuses > 0 && ` ${t.reuses(plan.reuses)}`}
              </Line>
              <Line icon={<Check className="text-success" />}>
                {t.switch(format.phone(plan.number.number))}
              </Line>
              {plan.number.answersNow !== null && (
                <Line icon={<Check className="text-success" />}>{t.ongoing}</Line>
              )}
            </>
          )}
          {plan.limits.map(({ code, node, params }) => {
            const problem = { code, severity: 'warning', at: { node: node as NodeId }, params } as const;
            const { what, todo } = wordsFor(problem, document);
            return (
              <Line key={`${code} ${node} ${what}`} icon={<TriangleAlert className="text-warning" />}>
                {`${stepName(node)}${t.colon}${what}. ${todo}`}
              </Line>
            );
          })}
          {plan.warnings > 0 && (
            <Line icon={<TriangleAlert className="text-warning" />}>{t.warnings(plan.warnings)}</Line>
          )}
        </ul>
      </Part>
      <Part title={t.outside}>
        <ul className="flex flex-col gap-2">
          {plan.effects.map((effect) => (
            <Line
              key={`${effect.target} ${effect.node}`}
              icon={<PhoneOutgoing className="text-family-leave" />}
            >
              {t.dials(format.phone(effect.target), stepName(effect.node))}
            </Line>
          ))}
          {plan.effects.length === 0 && <Line icon={<Check className="text-success" />}>{t.noEffects}</Line>}
        </ul>
      </Part>
    </>
  );
}

function Line({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="flex gap-2.5 text-base [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0">
      {icon}
      <span className="min-w-0">{children}</span>
    </li>
  );
}
