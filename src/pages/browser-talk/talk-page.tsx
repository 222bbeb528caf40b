/** Anybody talks to a published flow here: no account, no number. Says what answers, and why nothing does when nothing does. */
import { Mic, PencilLine } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { readBrowserLink } from '../../data/browser-talk.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { LinkOffer } from '../../publish/browser-talk-wire.ts';
import { createTalk, type Open, type Talk } from '../../talk/talk.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { later, partOf } from '../../ui/later.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Door } from '../door.tsx';
import { Call } from './call.tsx';
import { messages } from './messages.ts';
import type { CallWishes, Refusal } from './open-call.ts';

const calling = later(() => import('./open-call.ts'));

/** Everything that a call needs comes while the visitor reads what answers. */
const openCall =
  (token: string, wishes: CallWishes): Open<Refusal> =>
  async (hear) => {
    const part = await partOf(calling);
    return part ? part.openCall(token, wishes)(hear) : { ok: false, failure: 'not-loaded' };
  };

export function TalkPage({ token }: { readonly token: string }) {
  const t = useMessages(messages);
  const say = useFailureText();
  const [offer, setOffer] = useState<LinkOffer | string | null>(null);
  const look = useCallback(async () => {
    setOffer(null);
    const answer = await readBrowserLink(token);
    // An address that is none is answered as a link that leads nowhere.
    setOffer(answer.ok ? answer.value : answer.failure.code);
  }, [token]);
  useEffect(() => void look(), [look]);
  return (
    <Door title={t.title}>
      {offer === null ? (
        <div role="status" aria-label={t.looking}>
          <Skeleton className="h-48 rounded-card" />
        </div>
      ) : offer === 'bad-request' ? (
        <Closed state="closed" message={null} />
      ) : typeof offer === 'string' ? (
        <Banner
          tone="danger"
          action={
            <Button size="small" onPress={() => void look()}>
              {t.retry}
            </Button>
          }
        >
          {say(offer)}
        </Banner>
      ) : offer.state === 'open' ? (
        <Line token={token} offer={offer} />
      ) : (
        <Closed state={offer.state} message={offer.message} />
      )}
    </Door>
  );
}

type ClosedState = Exclude<LinkOffer['state'], 'open'>;

function Closed({ state, message }: { readonly state: ClosedState; readonly message: string | null }) {
  const { closed, message: quoted } = useMessages(messages);
  return (
    <>
      <h1 className="text-lg font-semibold text-balance">{closed.title}</h1>
      <p className="mt-2 text-base text-pretty">{message === null ? closed[state] : quoted(message)}</p>
    </>
  );
}

function Line({ token, offer }: { readonly token: string; readonly offer: LinkOffer }) {
  const [talk] = useState(() => createTalk<Refusal>(() => Date.now()));
  const [speaks, setSpeaks] = useState(true);
  const [message, setMessage] = useState<string | null>(null);
  const phase = useStore(talk.state, (state) => state.phase);
  // Who closes the page hangs up.
  useEffect(() => {
    const hangUp = () => void talk.hangUp();
    window.addEventListener('pagehide', hangUp);
    return () => {
      window.removeEventListener('pagehide', hangUp);
      hangUp();
    };
  }, [talk]);
  const begin = (aloud: boolean) => {
    setSpeaks(aloud);
    setMessage(null);
    void talk.begin(openCall(token, { speaks: aloud, isSandbox: offer.sandbox, onMessage: setMessage }));
  };
  if (phase === 'connecting' || phase === 'talking') return <Call talk={talk} speaks={speaks} />;
  if (phase === 'over') return <Over talk={talk} speaks={speaks} message={message} onBegin={begin} />;
  return <Intro offer={offer} onBegin={begin} />;
}

interface Begin {
  readonly onBegin: (aloud: boolean) => void;
}

function Intro({ offer, onBegin }: Begin & { readonly offer: LinkOffer }) {
  const t = useMessages(messages);
  return (
    <>
      <h1 className="text-lg font-semibold text-balance">{t.to(offer.workspace)}</h1>
      <p className="mt-2 text-base text-pretty">
        {t.lead} {t.speaks[offer.language]}
      </p>
      {offer.sandbox && (
        <Banner tone="warning" className="mt-4">
          <strong className="block font-medium">{t.sandbox.title}</strong>
          {t.sandbox.lead}
        </Banner>
      )}
      <p className="mt-5 text-center text-sm text-pretty text-muted">
        {t.why} {offer.sandbox && t.sandbox.hearing}
      </p>
      <Actions onBegin={onBegin} speaks label={t.begin} />
      <p className="mt-5 border-t border-line pt-4 text-sm text-pretty text-muted">
        {t.kept} {t.limit(Math.floor(offer.seconds / 60))}
      </p>
    </>
  );
}

function Actions({ onBegin, speaks, label }: Begin & { readonly speaks: boolean; readonly label: string }) {
  const t = useMessages(messages);
  return (
    <div className="mt-3 flex flex-col gap-2">
      <Button
        variant="primary"
        icon={speaks ? <Mic aria-hidden /> : <PencilLine aria-hidden />}
        onPress={() => onBegin(speaks)}
      >
        {label}
      </Button>
      <Button
        variant="ghost"
        icon={speaks ? <PencilLine aria-hidden /> : <Mic aria-hidden />}
        onPress={() => onBegin(!speaks)}
      >
        {speaks ? t.writeInstead : t.begin}
      </Button>
    </div>
  );
}

interface OverProps extends Begin {
  readonly talk: Talk<Refusal>;
  readonly speaks: boolean;
  readonly message: string | null;
}

function Over({ talk, speaks, message, onBegin }: OverProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  const { end, failure } = useStore(talk.state);
  if (
    failure === 'closed' ||
    failure === 'not-published' ||
    failure === 'past-limit' ||
    failure === 'not-connected'
  )
    return <Closed state={failure} message={message} />;
  const known: Readonly<Record<string, string>> = t.trouble;
  return (
    <>
      <h1 className="text-lg font-semibold text-balance">{t.over}</h1>
      {failure === null ? (
        <p className="mt-2 text-base text-pretty">{t.ends[end ?? 'other']}</p>
      ) : (
        <Banner tone="warning" className="mt-4">
          {known[failure] ?? say(failure)}
        </Banner>
      )}
      <div className="mt-4">
        <Actions onBegin={onBegin} speaks={speaks} label={failure === null ? t.again : t.retry} />
      </div>
    </>
  );
}
