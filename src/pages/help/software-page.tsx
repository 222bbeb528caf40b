/** Free software in this app, and its licences: fetched when somebody looks. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { foldedWords } from '../../lib/folded-words.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PageFrame } from '../page-frame.tsx';
import { type Licensed, readLicences } from './licences.ts';
import { messages } from './messages.ts';

const FILE = '/licences.md';

async function fetchLicences(): Promise<readonly Licensed[] | null> {
  const answer = await fetch(FILE);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${FILE}: ${answer.status}`);
  return readLicences(await answer.text());
}

export function SoftwarePage() {
  const t = useMessages(messages);
  const licences = useQuery({
    queryKey: ['licences'],
    queryFn: fetchLicences,
    staleTime: Infinity,
    retry: 1,
  });
  return (
    <PageFrame title={t.software} narrow>
      <PageHeader
        title={t.software}
        lead={licences.data ? t.softwareLead(licences.data.length) : t.softwareHint}
        back={
          <Link href="/help" quiet>
            {t.back}
          </Link>
        }
      />
      {licences.isPending && <Skeleton className="h-80 rounded-card" />}
      {licences.isError && (
        <Banner
          tone="danger"
          action={
            <Button size="small" onPress={() => void licences.refetch()}>
              {t.tryAgain}
            </Button>
          }
        >
          {t.softwareFailed}
        </Banner>
      )}
      {licences.data === null && <EmptyState title={t.softwareMissing}>{t.softwareMissingHint}</EmptyState>}
      {licences.data && <Licences all={licences.data} />}
    </PageFrame>
  );
}

function Licences({ all }: { readonly all: readonly Licensed[] }) {
  const t = useMessages(messages);
  const [query, setQuery] = useState('');
  const wanted = foldedWords(query);
  const shown = all.filter(({ name, licence }) => foldedWords(`${name} ${licence}`).includes(wanted));
  return (
    <>
      <SearchField label={t.softwareSearch} value={query} onChange={setQuery} />
      {shown.length === 0 && <p role="status">{t.softwareNothing(query.trim())}</p>}
      {shown.length > 0 && (
        <Card flush>
          <ul className="divide-y divide-line">
            {shown.map(({ name, version, licence, text }) => (
              <li key={`${name} ${version}`} className="px-5 py-2" translate="no">
                <Disclosure
                  level={2}
                  title={
                    <span
                      lang="en"
                      className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 text-left"
                    >
                      <span className="text-base font-medium text-ink wrap-anywhere">{name}</span>
                      <span className="text-xs">{version}</span>
                      <span className="ml-auto text-xs">{licence}</span>
                    </span>
                  }
                >
                  <section
                    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
                    tabIndex={0}
                    aria-label={t.licence(name)}
                    lang="en"
                    className="max-h-80 overflow-auto rounded-lg bg-sunken p-3 text-xs whitespace-pre-wrap"
                  >
                    {text}
                  </section>
                </Disclosure>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
