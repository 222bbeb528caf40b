/** Signing in again over the page where the session ended, so that nothing on it is lost. */
import { isLocalStack } from '../../data/client.ts';
import { type Person, signOut } from '../../data/session.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { MailSent } from './mail-sent.tsx';
import { messages } from './messages.ts';
import { isToldAtField, SignInForm, TextButton } from './sign-in-form.tsx';
import { useSignIn } from './use-sign-in.ts';

export function SignInAgain({ person }: { readonly person: Person }) {
  const t = useMessages(messages);
  const model = useSignIn(person.email);
  const { email, pending, sent, failure } = model;
  return (
    <Dialog
      isOpen
      onClose={() => undefined}
      isDismissable={false}
      isKeyboardDismissDisabled
      size="small"
      title={t.again.title}
      lead={t.again.lead}
    >
      {sent !== null ? (
        <MailSent text={t[sent](email.trim())} onBack={model.back} />
      ) : (
        <>
          {failure !== null && !isToldAtField(failure) && (
            <Banner tone="danger" className="mb-4">
              {t.failures[failure]}
            </Banner>
          )}
          <SignInForm model={model} title={t.signIn} />
          <div className="mt-3 flex flex-wrap justify-between gap-x-4 gap-y-1">
            <TextButton onPress={() => void model.send('link')} isDisabled={pending !== null}>
              {t.sendLink}
            </TextButton>
            <TextButton onPress={() => void signOut()} isDisabled={pending !== null}>
              {t.again.other}
            </TextButton>
          </div>
          {isLocalStack && (
            <Button
              className="mt-4 w-full"
              isPending={pending === 'demo'}
              onPress={() => void model.demo(t.demoWorkspace)}
            >
              {t.demo}
            </Button>
          )}
        </>
      )}
    </Dialog>
  );
}
