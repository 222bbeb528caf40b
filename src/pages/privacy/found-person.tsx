/** What was found of a person, and what can be done with it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, Table, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { erasePerson, exportPerson } from '../../data/api.ts';
import { noteObjection, withdrawObjection } from '../../data/privacy.ts';
import { objectionsQuery } from '../../data/settings-queries.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { PersonAnswer } from '../../publish/wire.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Switch } from '../../ui/switch.tsx';
import { notify } from '../../ui/toast.tsx';
import { saveFile } from '../save-file.ts';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';
import { personCsv } from './person-csv.ts';

const SORTS = ['calls', 'mentions', 'messages', 'bookings'] as const;

export interface FoundPersonProps {
  readonly found: PersonAnswer;
  readonly onErased: () => void;
}

export function FoundPerson({ found, onErased }: FoundPersonProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  const format = useFormat();
  const { workspace } = useWorkspace();
  const [isAsking, setAsking] = useState(false);
  const { number } = found;
  const shown = format.phone(number);
  const kept = SORTS.filter((sort) => found[sort] > 0);
  const hand = useMutation({
    mutationFn: async (form: 'json' | 'csv') => ({ form, answer: await exportPerson(workspace.id, number) }),
    onSuccess: ({ form, answer }) => {
      if (!answer.ok) return notify({ tone: 'danger', text: say(answer.failure.code) });
      const name = t.fileName(number.slice(1));
      if (form === 'csv') saveFile(`${name}.csv`, 'text/csv', personCsv(answer.value));
      else saveFile(`${name}.json`, 'application/json', JSON.stringify(answer.value, null, 2));
    },
  });
  const erase = useMutation({
    mutationFn: () => erasePerson(workspace.id, number),
    onSuccess: (answer) => {
      setAsking(false);
      if (!answer.ok) return notify({ tone: 'danger', text: say(answer.failure.code) });
      notify({ tone: 'success', text: t.erased });
      onErased();
    },
  });
  return (
    <section aria-live="polite" className="mt-6 border-t border-line pt-5">
      <h3 className="text-base font-medium">{kept.length === 0 ? t.nothing(shown) : t.found(shown)}</h3>
      {kept.length > 0 && (
        <>
          <ul className="mt-2 flex flex-col gap-1 text-base">
            {kept.map((sort) => (
              <li key={sort}>{t[sort](found[sort])}</li>
            ))}
          </ul>
          <div className="mt-4 flex flex-wrap gap-2">
            <Button
              icon={<Download aria-hidden />}
              isPending={hand.isPending}
              onPress={() => hand.mutate('json')}
            >
              {t.exportJson}
            </Button>
            <Button
              icon={<Table aria-hidden />}
              isPending={hand.isPending}
              onPress={() => hand.mutate('csv')}
            >
              {t.exportCsv}
            </Button>
            <Button variant="danger" icon={<Trash2 aria-hidden />} onPress={() => setAsking(true)}>
              {t.erase}
            </Button>
          </div>
        </>
      )}
      {found.flows.length > 0 && (
        <p className="mt-3 text-sm text-muted">{t.flows(format.list(found.flows))}</p>
      )}
      <ObjectionSwitch number={number} />
      <Confirm
        isOpen={isAsking}
        title={t.eraseTitle(shown)}
        confirmLabel={t.erase}
        isDanger
        isPending={erase.isPending}
        onConfirm={() => erase.mutate()}
        onClose={() => setAsking(false)}
      >
        {t.eraseText}
      </Confirm>
    </section>
  );
}

function ObjectionSwitch({ number }: { readonly number: string }) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const query = objectionsQuery(workspace.id);
  const { data: objections } = useQuery(query);
  const change = useMutation({
    mutationFn: (objects: boolean) => (objects ? noteObjection : withdrawObjection)(workspace.id, number),
    onSuccess: (changed) => {
      if (!changed.ok) notify({ tone: 'danger', text: say(changed.failure.code) });
      return queries.invalidateQueries({ queryKey: query.queryKey });
    },
  });
  return (
    <div className="mt-5">
      <Switch
        label={t.object}
        hint={t.objectHint}
        isSelected={objections?.some((one) => one.number === number) ?? false}
        isDisabled={objections === undefined || change.isPending}
        onChange={(objects) => change.mutate(objects)}
      />
    </div>
  );
}
