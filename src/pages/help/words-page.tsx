/** The glossary: every word with an address of its own. */
import { useEffect, useState } from 'react';
import { findTerms, termsIn } from '../../help/glossary.ts';
import { helpMessages } from '../../help/messages.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useLocation } from '../../router/router.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { PageFrame } from '../page-frame.tsx';
import { messages } from './messages.ts';

export function WordsPage() {
  const t = useMessages(messages);
  const { terms } = useMessages(helpMessages);
  const language = useLanguage();
  const { hash } = useLocation();
  const [query, setQuery] = useState('');
  const asked = hash.slice(1);
  useEffect(() => {
    if (asked === '') return;
    const row = document.getElementById(asked);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }, [asked]);
  const all = termsIn(terms, language);
  const shown = query.trim() === '' ? all : findTerms(all, query);
  return (
    <PageFrame title={t.words} narrow>
      <PageHeader
        title={t.words}
        lead={t.wordsLead}
        back={
          <Link href="/help" quiet>
            {t.back}
          </Link>
        }
      />
      <SearchField label={t.wordsSearch} value={query} onChange={setQuery} />
      <p role="status" className="sr-only">
        {query.trim() === '' ? '' : t.found(shown.length)}
      </p>
      {shown.length === 0 ? (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-base">{t.wordsNothing(query.trim())}</p>
          <Button size="small" onPress={() => setQuery('')}>
            {t.wordsAll}
          </Button>
        </div>
      ) : (
        <Card flush>
          <dl className="divide-y divide-line">
            {shown.map(({ id, name, text }) => (
              <div
                key={id}
                id={id}
                tabIndex={-1}
                className={classNames(
                  'scroll-my-8 px-5 py-3.5 -outline-offset-2',
                  id === asked && 'bg-accent-soft',
                )}
              >
                <dt className="text-base font-semibold first-letter:uppercase">
                  <Link href={`/help/words#${id}`} quiet>
                    {name}
                  </Link>
                </dt>
                <dd className="mt-0.5 text-base text-pretty">{text}</dd>
              </div>
            ))}
          </dl>
        </Card>
      )}
    </PageFrame>
  );
}
