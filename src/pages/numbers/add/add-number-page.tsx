/** Adding a number, one question at a time: which one, and what its way asks for. */
import { useQuery } from '@tanstack/react-query';
import { Gift, Link2, PhoneForwarded, Smartphone } from 'lucide-react';
import { getTestNumber } from '../../../data/api.ts';
import { connectionQuery } from '../../../data/settings-queries.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { useSearchParams } from '../../../router/router.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Link } from '../../../ui/link.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageFrame } from '../../page-frame.tsx';
import { useWorkspace } from '../../workspace-context.ts';
import { Choices } from '../choices.tsx';
import { Step } from '../step.tsx';
import { FreeNumber } from './free-number.tsx';
import { KeepNumber } from './keep-number.tsx';
import { messages } from './messages.ts';
import { OwnNumber } from './own-number.tsx';
import { Result, useAdding } from './result.tsx';

const WAYS = ['keep', 'provider', 'free', 'test'] as const;
type Way = (typeof WAYS)[number];
const ICONS = { keep: <PhoneForwarded />, provider: <Link2 />, free: <Gift />, test: <Smartphone /> };

export function AddNumberPage() {
  const t = useMessages(messages);
  const { canChange } = useWorkspace();
  const [params, setParams] = useSearchParams();
  const way = WAYS.find((one) => one === params.get('way')) ?? null;
  // In the address, so that the browser's own way back leads through the questions.
  const choose = (next: Way | null) => setParams(next === null ? {} : { way: next });
  return (
    <PageFrame title={t.title} narrow>
      <PageHeader
        title={t.title}
        lead={t.lead}
        back={
          <Link href="/numbers" quiet>
            {t.back}
          </Link>
        }
      />
      {!canChange ? (
        <Banner tone="warning">{t.cannot}</Banner>
      ) : way === null || way === 'test' ? (
        <HowTo onChoose={choose} />
      ) : way === 'keep' ? (
        <KeepNumber onBack={() => choose(null)} />
      ) : way === 'provider' ? (
        <OwnNumber onBack={() => choose(null)} />
      ) : (
        <FreeNumber onBack={() => choose(null)} />
      )}
    </PageFrame>
  );
}

function HowTo({ onChoose }: { readonly onChoose: (way: Way) => void }) {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const connection = useQuery(connectionQuery(workspace.id));
  const isSandbox = connection.data?.isSandbox === true;
  const adding = useAdding();
  const test = () => adding.start(() => getTestNumber(workspace.id));
  if (adding.number) return <Result number={adding.number} />;
  const ways = WAYS.filter((way) => way !== 'test' || isSandbox);
  return (
    <>
      {adding.sentence !== null && <Banner tone="danger">{adding.sentence}</Banner>}
      <Step title={t.howTitle}>
        <Choices
          label={t.howTitle}
          isDisabled={adding.isPending}
          choices={ways.map((id) => ({
            id,
            label: t.ways[id],
            hint: id === 'test' ? t.wayHints.testSandbox : t.wayHints[id],
            icon: ICONS[id],
          }))}
          onChoose={(way) => (way === 'test' ? test() : onChoose(way))}
        />
      </Step>
    </>
  );
}
