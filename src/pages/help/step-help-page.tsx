/** What one kind of step is for, with an example to read and to hear, and the way to the others. */
import { Link as AriaLink } from 'react-aria-components';
import { KindHelp } from '../../help/kind-help.tsx';
import { KindIcon } from '../../help/kind-icon.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { kinds } from '../../kinds/list.ts';
import { useParams } from '../../router/router.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageFrame } from '../page-frame.tsx';
import { messages } from './messages.ts';

export function StepHelpPage() {
  const t = useMessages(messages);
  const names = useKindNames();
  const { kind = '' } = useParams();
  const isKnown = kinds.some(({ id }) => id === kind);
  const title = isKnown ? names.kind(kind) : t.noStep;
  return (
    <PageFrame title={title} narrow>
      <PageHeader
        title={title}
        lead={isKnown ? names.hint(kind) : t.noStepText}
        back={
          <Link href="/help" quiet>
            {t.back}
          </Link>
        }
      />
      {isKnown && (
        <Card>
          <KindHelp key={kind} kind={kind} level={2} />
        </Card>
      )}
      <nav aria-label={t.otherSteps}>
        <ul className="flex flex-wrap gap-1.5">
          {kinds.map(({ id }) => (
            <li key={id}>
              <AriaLink
                href={`/help/steps/${id}`}
                {...(id === kind ? { 'aria-current': 'page' as const } : {})}
                className="press-motion flex min-h-9 cursor-pointer items-center gap-2 rounded-lg border border-line bg-card py-1 pr-3 pl-1.5 text-sm data-hovered:bg-hover aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium pointer-coarse:min-h-11"
              >
                <KindIcon kind={id} />
                {names.kind(id)}
              </AriaLink>
            </li>
          ))}
        </ul>
      </nav>
    </PageFrame>
  );
}
