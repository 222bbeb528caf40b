/** Help above an open flow: about a kind of step, or about a word of the app. */
import { KindHelp } from '../../help/kind-help.tsx';
import { helpMessages } from '../../help/messages.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { usePanel } from '../editor-context.ts';

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(helpMessages);
  const names = useKindNames();
  const on = usePanel(({ helpOn }) => helpOn);
  if (!on) return null;
  const term = 'term' in on ? t.terms[on.term as keyof typeof t.terms] : undefined;
  const kind = 'kind' in on ? on.kind : undefined;
  if (!term && kind === undefined) return null;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={term ? t.wordTitle(term.name) : names.kind(kind ?? '')}
      {...(kind === undefined ? {} : { lead: names.hint(kind) })}
      size={kind === undefined ? 'medium' : 'large'}
      footer={<ButtonLink href={'term' in on ? `/help/words#${on.term}` : '/help'}>{t.seeAll}</ButtonLink>}
    >
      {term ? (
        <p className="text-base text-pretty">{term.text}</p>
      ) : (
        kind !== undefined && <KindHelp kind={kind} />
      )}
    </Dialog>
  );
}
