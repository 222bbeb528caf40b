/** “Try it”: the request of the step made now, with values that the person types, and what came back. */
import { Play } from 'lucide-react';
import { useState } from 'react';
import type { InformationId } from '../../flow/document.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Json } from '../../lib/json.ts';
import type { Result } from '../../lib/result.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { KindForm, OutsideForm } from '../kind-view.ts';
import { formMessages } from '../messages.ts';
import type { TriedRequest } from '../tried-request.ts';
import { AnswerTree } from './answer-tree.tsx';
import { messages } from './messages.ts';
import { answerPath, type ConnectData, usedInformation, withAnswer } from './settings.ts';

export interface TryItProps {
  readonly data: ConnectData;
  readonly form: KindForm;
  readonly outside: OutsideForm;
}

export function TryIt({ data, form, outside }: TryItProps) {
  const t = useMessages(messages);
  const name = useInformationName(form);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState<Result<TriedRequest, string>>();
  const [isTrying, setTrying] = useState(false);
  const used = usedInformation(data);
  const attempt = async () => {
    setTrying(true);
    const given = Object.fromEntries(used.map((id) => [id, values[id] ?? '']));
    setTried(await outside.tryRequest(data as unknown as Json, given));
    setTrying(false);
  };
  return (
    <section aria-label={t.try} className="flex flex-col gap-3 border-t border-line pt-4">
      <div>
        <h3 className="text-sm font-semibold">{t.try}</h3>
        <p className="mt-0.5 text-xs text-muted">{data.method === 'GET' ? t['try.hint'] : t['try.real']}</p>
      </div>
      {used.map((id) => (
        <TextField
          key={id}
          label={name(id)}
          placeholder={t['try.example']}
          value={values[id] ?? ''}
          maxLength={2000}
          onChange={(value) => setValues((before) => ({ ...before, [id]: value }))}
        />
      ))}
      <Button
        icon={<Play aria-hidden />}
        className="self-start"
        isDisabled={data.url.trim() === ''}
        isPending={isTrying}
        onPress={() => void attempt()}
      >
        {t['try.now']}
      </Button>
      <div aria-live="polite" className="flex flex-col gap-3 empty:hidden">
        {tried && <Outcome tried={tried} data={data} form={form} />}
      </div>
    </section>
  );
}

interface OutcomeProps {
  readonly tried: Result<TriedRequest, string>;
  readonly data: ConnectData;
  readonly form: KindForm;
}

function Outcome({ tried, data, form }: OutcomeProps) {
  const t = useMessages(messages);
  const format = useFormat();
  if (!tried.ok) return <Banner tone="danger">{tried.failure}</Banner>;
  const result = tried.value;
  if (result.outcome === 'failed')
    return <Banner tone="danger">{t[`fault.${result.fault}`](result.about)}</Banner>;
  const { status, milliseconds, shown, isEmpty, works } = result;
  const seconds = format.number(Math.max(1, Math.round(milliseconds / 100)) / 10);
  const keep = (path: string) => form.set('answers', withAnswer(data.answers, path) as unknown as Json);
  return (
    <>
      <Banner tone={works ? 'info' : 'danger'}>
        {works ? t['try.worked'](status, seconds) : t['try.refused'](status, seconds)}
        {status >= 400 && <p className="mt-1 text-muted">{t['try.advice'](status)}</p>}
        {status < 400 && shown === null && (
          <p className="mt-1 text-muted">{isEmpty ? t['try.empty'] : t['try.noJson']}</p>
        )}
      </Banner>
      {status < 400 && <Kept kept={result.kept} form={form} />}
      {shown && (
        <div className="flex flex-col gap-1.5">
          <p className="text-sm font-medium">{t['try.answer']}</p>
          {!form.isReadOnly && status < 400 && <p className="-mt-1 text-xs text-muted">{t['try.click']}</p>}
          <AnswerTree
            json={shown.json}
            kept={new Set(data.answers.map(({ path }) => answerPath(path)))}
            {...(form.isReadOnly || status >= 400 ? {} : { onKeep: keep })}
          />
          {!shown.isWhole && <p className="text-xs text-muted">{t['try.shortened']}</p>}
        </div>
      )}
    </>
  );
}

type KeptValues = (TriedRequest & { readonly outcome: 'answered' })['kept'];

function Kept({ kept, form }: { readonly kept: KeptValues; readonly form: KindForm }) {
  const t = useMessages(messages);
  const name = useInformationName(form);
  if (kept.length === 0) return null;
  return (
    <dl className="flex flex-col gap-1.5 text-sm">
      {kept.map(({ path, information, value }) => (
        <div key={`${path} ${information}`} className="flex gap-2">
          <dt className="min-w-0 shrink-0 text-muted">{information === '' ? path : name(information)}</dt>
          <dd className={value === null ? 'text-danger' : 'min-w-0 font-medium break-words'}>
            {value ?? t['try.nothingAt'](path)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useInformationName(form: KindForm): (id: string) => string {
  const words = useMessages(formMessages);
  return (id) => form.document.information[id as InformationId]?.name ?? words.unknownInformation;
}
