/** What the rehearsal pretends, folded to one line: when it is, who calls, how steps end. */
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { pretendedWays } from '../../callers/suggestions.ts';
import type { FlowDocument, FlowNode, NodeId } from '../../flow/document.ts';
import type { Exit } from '../../flow/kind.ts';
import { toE164 } from '../../flow/phone-number.ts';
import { type Formatters, useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { exitsOf, useKindNames } from '../../kinds/kind-words.ts';
import { registry } from '../../kinds/registry.ts';
import type { RehearsalPretence } from '../../publish/wire.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useDocumentState } from '../editor-context.ts';
import { useHasRuntime } from '../use-has-runtime.ts';
import { rehearseMessages } from './messages.ts';
import { type MomentName, nextMoments, readMoment, timeZoneOf, writtenMoment } from './moments.ts';
import type { Rehearsal } from './rehearsal.ts';

interface PartProps {
  readonly rehearsal: Rehearsal;
}

export function PretendPart({ rehearsal }: PartProps) {
  const t = useMessages(rehearseMessages).pretend;
  const pretence = useStore(rehearsal.state, (state) => state.pretence);
  const summary = useSummary(pretence);
  return (
    <div className="max-h-[45%] min-h-10 shrink-0 overflow-y-auto border-b border-line px-4 pb-1.5">
      <Disclosure
        title={
          <span className="flex min-w-0 flex-1 gap-1.5 text-left">
            <span>{t.title}</span>
            <span className="min-w-0 flex-1 truncate font-normal">{summary || t.nothing}</span>
          </span>
        }
      >
        <div className="flex flex-col gap-4 pb-2">
          <MomentField rehearsal={rehearsal} />
          <CallerField rehearsal={rehearsal} />
          <Outcomes rehearsal={rehearsal} />
          {summary !== '' && (
            <Button
              size="small"
              className="self-start"
              onPress={() =>
                void rehearsal.pretend({ now: undefined, caller: undefined, outcomes: undefined })
              }
            >
              {t.clear}
            </Button>
          )}
        </div>
      </Disclosure>
    </div>
  );
}

/** Empty when nothing is pretended. */
function useSummary({ now, caller, outcomes = {} }: RehearsalPretence): string {
  const t = useMessages(rehearseMessages).pretend;
  const format = useFormat();
  const zone = useZone();
  const changed = Object.keys(outcomes).length;
  return [
    ...(now === undefined ? [] : [spokenMoment(format, now, zone)]),
    ...(caller === undefined ? [] : [t.calls(format.phone(caller))]),
    ...(changed === 0 ? [] : [t.changed(changed)]),
  ].join(' · ');
}

export function spokenMoment(format: Formatters, now: number, zone: string): string {
  return `${format.dayIn(now, zone)}, ${format.timeIn(now, zone)}`;
}

export function useZone(): string {
  const hours = useDocumentState(({ document }) => document.hours);
  return timeZoneOf({ hours }, Intl.DateTimeFormat().resolvedOptions().timeZone);
}

function MomentField({ rehearsal }: PartProps) {
  const t = useMessages(rehearseMessages).pretend;
  const now = useStore(rehearsal.state, ({ pretence }) => pretence.now);
  const hours = useDocumentState(({ document }) => document.hours);
  const zone = useZone();
  const [opened] = useState(Date.now);
  const moments = nextMoments({ hours }, zone, opened);
  const named = [...moments].find(([, moment]) => moment === now)?.[0];
  const value = now === undefined ? 'now' : (named ?? 'own');
  const choose = (chosen: MomentName | 'now' | 'own') => {
    const moment =
      chosen === 'now' ? undefined : chosen === 'own' ? (now ?? opened) + 60_000 : moments.get(chosen);
    void rehearsal.pretend({ now: moment });
  };
  return (
    <div className="flex flex-col gap-2">
      <Select
        label={t.when}
        options={[
          { id: 'now', label: t.now },
          ...[...moments.keys()].map((id) => ({ id, label: t.moments[id] })),
          { id: 'own', label: t.ownMoment },
        ]}
        value={value}
        onChange={choose}
      />
      {now !== undefined && (
        <OwnMoment
          key={now}
          zone={zone}
          now={now}
          onChoose={(moment) => void rehearsal.pretend({ now: moment })}
        />
      )}
    </div>
  );
}

interface OwnMomentProps {
  readonly zone: string;
  readonly now: number;
  readonly onChoose: (now: number) => void;
}

/** Taken when the field is left: a date is typed in parts. */
function OwnMoment({ zone, now, onChoose }: OwnMomentProps) {
  const t = useMessages(rehearseMessages).pretend;
  const [written, setWritten] = useState(() => writtenMoment(zone, now));
  const take = () => {
    const moment = readMoment(zone, written);
    if (moment === null) setWritten(writtenMoment(zone, now));
    else if (written !== writtenMoment(zone, now)) onChoose(moment);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <TextField
        type="datetime-local"
        label={t.dateAndTime}
        hint={t.zone(zone)}
        value={written}
        onChange={setWritten}
        onBlur={take}
      />
    </form>
  );
}

function CallerField({ rehearsal }: PartProps) {
  const t = useMessages(rehearseMessages).pretend;
  const format = useFormat();
  const caller = useStore(rehearsal.state, ({ pretence }) => pretence.caller);
  const shown = caller === undefined ? '' : format.phone(caller);
  const [written, setWritten] = useState({ of: caller, text: shown });
  const text = written.of === caller ? written.text : shown;
  const number = toE164(text);
  const isWrong = text.trim() !== '' && number === null;
  const take = () => {
    const next = text.trim() === '' ? undefined : number;
    if (next !== null && next !== caller) void rehearsal.pretend({ caller: next });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <TextField
        type="tel"
        autoComplete="off"
        label={t.caller}
        hint={t.callerHint}
        {...(isWrong ? { error: t.badNumber } : {})}
        value={text}
        maxLength={40}
        onChange={(value) => setWritten({ of: caller, text: value })}
        onBlur={take}
      />
    </form>
  );
}

/** Steps that reach outside, each with the ways out that can be chosen for it. */
function Outcomes({ rehearsal }: PartProps) {
  const t = useMessages(rehearseMessages).pretend;
  const names = useKindNames();
  const group = useId();
  const document = useDocumentState((state) => state.document);
  const outcomes = useStore(rehearsal.state, ({ pretence }) => pretence.outcomes ?? NONE);
  const hasRuntime = useHasRuntime();
  const steps = outsideSteps(document, hasRuntime);
  if (steps.length === 0) return null;
  return (
    <fieldset aria-labelledby={group} className="flex min-w-0 flex-col gap-2">
      <legend id={group} className="mb-1 text-sm font-medium">
        {t.ends}
      </legend>
      {steps.map(({ node, exits }) => (
        <Select
          key={node.id}
          label={names.step(node)}
          options={[
            { id: AS_IT_HAPPENS, label: t.asItHappens },
            ...exits.map((exit) => ({ id: exit.id, label: names.exit(node, exit) })),
          ]}
          value={outcomes[node.id] ?? AS_IT_HAPPENS}
          onChange={(exit) => {
            const { [node.id]: _, ...others } = outcomes;
            const next = exit === AS_IT_HAPPENS ? others : { ...others, [node.id]: exit };
            void rehearsal.pretend({ outcomes: next });
          }}
        />
      ))}
    </fieldset>
  );
}

const NONE: Readonly<Record<string, string>> = {};
/** No way out has such an id. */
const AS_IT_HAPPENS = '';

/** Our own endpoints end a step as they are told; of what others do only the failure can be pretended. */
function outsideSteps(
  document: FlowDocument,
  hasRuntime: boolean,
): { readonly node: FlowNode; readonly exits: readonly Exit[] }[] {
  return (Object.keys(document.nodes) as NodeId[]).flatMap((id) => {
    const node = document.nodes[id]!;
    const kind = registry.get(node.kind);
    if (kind?.family !== 'act' && kind?.family !== 'leave') return [];
    const pretended = pretendedWays(document, id, 0).map(({ exit }) => exit);
    const exits = exitsOf(node).filter(
      (exit) => pretended.includes(exit.id) || (kind.needsRuntime === true && hasRuntime),
    );
    return exits.length === 0 ? [] : [{ node, exits }];
  });
}
