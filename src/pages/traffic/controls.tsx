/** The period, whose calls are shown, and what they are compared with. */
import { useMessages } from '../../i18n/use-messages.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { ALL, type Choice, DRAFT, type ListedVersion, NONE, PERIODS } from './choice.ts';
import { messages } from './messages.ts';

export interface ControlsProps {
  readonly choice: Choice;
  readonly versions: readonly ListedVersion[];
  readonly live: number | null;
  readonly onChange: (key: 'days' | 'version' | 'with', value: string) => void;
}

export function Controls({ choice, versions, live, onChange }: ControlsProps) {
  const t = useMessages(messages);
  const nameOf = ({ number }: ListedVersion) => (number === live ? t.liveVersion(number) : t.version(number));
  const standing = versions.find(({ number }) => number === live) ?? versions[0]!;
  const others = versions.filter(({ id }) => id !== choice.counted?.id);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SegmentedControl
        label={t.period}
        segments={PERIODS.map((id) => ({ id, label: t.periods[id] }))}
        value={choice.period}
        onChange={(id) => onChange('days', id)}
      />
      <Select
        label={t.shown}
        labelHidden
        options={[
          ...versions.map((version) => ({ id: version.id, label: nameOf(version) })),
          ...(versions.length > 1 ? [{ id: ALL, label: t.allVersions }] : []),
          { id: DRAFT, label: t.draft(standing.number) },
        ]}
        value={choice.shown}
        onChange={(id) => onChange('version', id)}
        className="w-56 max-sm:w-full"
      />
      {others.length > 0 && versions.length > 1 && (
        <Select
          label={t.compare}
          labelHidden
          options={[
            { id: NONE, label: t.noComparison },
            ...others.map((version) => ({ id: version.id, label: t.comparedWith(version.number) })),
          ]}
          value={choice.compared?.id ?? NONE}
          onChange={(id) => onChange('with', id)}
          className="w-56 max-sm:w-full"
        />
      )}
    </div>
  );
}
