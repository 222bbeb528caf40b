/** Any way through the flow, read aloud: find it, listen to it, and see on the canvas where it is. */
import { ArrowLeft, ChevronRight } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { circumstancesFor } from '../../callers/circumstances.ts';
import { conversationAlong } from '../../callers/conversation.ts';
import { PRICE_PER_MINUTE, spokenSeconds, talkTime } from '../../callers/talk-time.ts';
import type { FlowDocument } from '../../flow/document.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { registry } from '../../kinds/registry.ts';
import { ConversationToHear } from '../../read-aloud/conversation-to-hear.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { keepInView } from '../canvas/viewport.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { listenMessages } from './messages.ts';
import { type HearableWay, hearableWays, matching } from './ways.ts';

export function ListenTab() {
  const t = useMessages(listenMessages);
  const names = useKindNames();
  const document = useDeferredValue(useDocumentState((state) => state.document));
  const [chosen, setChosen] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: names change with the language alone, and the page is drawn anew then
  const { ways, isCut } = useMemo(() => hearableWays(document, registry, { ...names, at: t.at }), [document]);
  // A way that is no longer drawn is no longer read.
  const way = ways.find(({ id }) => id === chosen);
  return way ? (
    <OneWay key={way.id} document={document} way={way} onBack={() => setChosen(null)} />
  ) : (
    <WayList ways={ways} isCut={isCut} onChoose={setChosen} />
  );
}

interface WayListProps {
  readonly ways: readonly HearableWay[];
  readonly isCut: boolean;
  readonly onChoose: (id: string) => void;
}

/** As many rows as anybody scrolls through. */
const SHOWN = 60;

function WayList({ ways, isCut, onChoose }: WayListProps) {
  const t = useMessages(listenMessages);
  const [query, setQuery] = useState('');
  const found = matching(ways, query);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="shrink-0 px-4 pt-3 pb-2">
        <p className="mb-2 text-sm text-muted">{t.lead}</p>
        <SearchField label={t.search} value={query} onChange={setQuery} />
        <p role="status" className="mt-1.5 text-xs text-muted">
          {found.length === 0 ? t.nothing : t.count(found.length)}
          {isCut && ` ${t.cut}`}
        </p>
      </div>
      <ul aria-label={t.ways} className="min-h-0 flex-1 overflow-y-auto border-t border-line">
        {found.slice(0, SHOWN).map((way) => (
          <li key={way.id} className="border-b border-line last:border-b-0">
            <button
              type="button"
              onClick={() => onChoose(way.id)}
              className="press-motion flex min-h-11 w-full cursor-pointer items-center gap-2 px-4 py-2 text-left hover:bg-hover"
            >
              <span className="min-w-0 flex-1">
                <WayName way={way} />
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
            </button>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && (
        <p className="shrink-0 border-t border-line px-4 py-2 text-xs text-muted">
          {t.more(found.length - SHOWN)}
        </p>
      )}
    </div>
  );
}

function WayName({ way: { choices, last, isTakenOver } }: { readonly way: HearableWay }) {
  const t = useMessages(listenMessages);
  const end = isTakenOver ? t.takenOver(last) : last;
  return choices.length === 0 ? (
    <span className="block text-base first-letter:uppercase">{end}</span>
  ) : (
    <>
      <span className="block text-base first-letter:uppercase">{choices.join(' → ')}</span>
      <span className="block text-xs text-muted">{end}</span>
    </>
  );
}

interface OneWayProps {
  readonly document: FlowDocument;
  readonly way: HearableWay;
  readonly onBack: () => void;
}

function OneWay({ document, way, onBack }: OneWayProps) {
  const editor = useEditor();
  const t = useMessages(listenMessages);
  const heard = useMemo(() => {
    const circumstances = circumstancesFor(document, way.way);
    if (!circumstances) return null;
    const talk = conversationAlong(document, way.way, circumstances);
    const lines = talk.lines.map(({ by, text, isFree = false }) => ({
      by,
      text,
      isFree,
      seconds: spokenSeconds(text, document.language),
    }));
    return { talk, lines, time: talkTime(document, talk) };
  }, [document, way]);
  useEffect(() => () => editor.panels.setState({ live: undefined }), [editor]);
  const follow = (index: number) => {
    const live = heard?.talk.lines[index]?.node;
    editor.panels.setState({ live, isLiveInferred: false });
    if (live) keepInView(editor, [live]);
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-4 pt-2 pb-3">
      <div className="mb-2 flex items-start gap-1">
        <Button variant="ghost" size="small" icon={<ArrowLeft aria-hidden />} onPress={onBack}>
          {t.back}
        </Button>
      </div>
      <h3 className="mb-2 font-medium">
        <WayName way={way} />
      </h3>
      {heard ? (
        <ConversationToHear
          lines={heard.lines}
          language={document.language}
          end={heard.talk.end}
          facts={<Facts time={heard.time} />}
          onLine={follow}
          className="flex-1"
        />
      ) : (
        <Banner tone="info">{t.impossible}</Banner>
      )}
    </div>
  );
}

function Facts({ time }: { readonly time: ReturnType<typeof talkTime> }) {
  const t = useMessages(listenMessages);
  const format = useFormat();
  const language = useLanguage();
  const month = new Date(PRICE_PER_MINUTE.asOf).toLocaleDateString(language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const money = (value: number) => format.money(value, 'USD');
  return (
    <>
      <p className="mt-2 text-sm">
        {t.lasts(format.duration(time.seconds * 1000), money(time.low), money(time.high))}
      </p>
      <p className="mt-0.5 text-xs text-muted">
        {t.prices(money(PRICE_PER_MINUTE.low), money(PRICE_PER_MINUTE.high), PRICE_PER_MINUTE.source, month)}
      </p>
    </>
  );
}
