/** What somebody changed at Vapi, and what is to become of it: each choice with what it leads to. */
import { TriangleAlert } from 'lucide-react';
import { useFormat } from '../../../i18n/format.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import type { DriftChoice, DriftFinding, DriftRecord } from '../../../publish/service-wire.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Part } from '../part.tsx';
import { PlanLine } from '../plan-line.tsx';
import { serviceMessages } from './messages.ts';

export interface DriftPartProps {
  readonly drift: DriftRecord;
  /** The choice that is being carried out. */
  readonly pending: DriftChoice | null;
  readonly onChoose: (choice: DriftChoice) => void;
  /** It answers the browser link. */
  readonly isOnLink?: boolean;
}

/** The safest first. */
const ORDER: readonly DriftChoice[] = ['overwrite', 'adopt', 'keep'];

export function DriftPart({ drift, pending, onChoose, isOnLink = false }: DriftPartProps) {
  const t = useMessages(serviceMessages);
  const say = useFindingSentence();
  return (
    <Part title={t.driftTitle}>
      <Banner tone="warning">{isOnLink ? t.driftOnLink : t.drift}</Banner>
      <ul className="mt-3 flex flex-col gap-2">
        {drift.findings.map((finding) => (
          <PlanLine key={JSON.stringify(finding)} icon={<TriangleAlert className="text-warning" />}>
            {say(finding)}
          </PlanLine>
        ))}
      </ul>
      <ul className="mt-3 flex flex-col divide-y divide-line rounded-lg border border-line">
        {ORDER.filter((choice) => drift.choices.includes(choice)).map((choice) => (
          <li key={choice} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2.5">
            <span className="min-w-48 flex-1 text-sm text-muted">{t.choiceHints[choice]}</span>
            <Button
              size="small"
              isPending={pending === choice}
              isDisabled={pending !== null && pending !== choice}
              onPress={() => onChoose(choice)}
            >
              {t.choices[choice]}
            </Button>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function useFindingSentence(): (finding: DriftFinding) => string {
  const { findings, aspects } = useMessages(serviceMessages);
  const format = useFormat();
  return (finding) => {
    switch (finding.kind) {
      case 'changed':
        return findings.changed(finding.name, format.list(finding.aspects.map((aspect) => aspects[aspect])));
      case 'gone':
        return findings.gone(finding.name);
      case 'number-other':
        return findings['number-other'](finding.version);
      default:
        return findings[finding.kind];
    }
  };
}
