/** What is left to do at the carrier of a SIP trunk: where it sends calls, and whom it lets in. */
import { useMessages } from '../../i18n/use-messages.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { messages as words } from './add/messages.ts';

/** Vapi's, which calls come from and go to (its guide on SIP trunks, read on 30 November 2026). */
const VAPI_ADDRESSES = '44.229.228.186, 44.238.177.138';

export function SipAddress({ address }: { readonly address: string }) {
  const t = useMessages(words);
  return (
    <>
      <h3 className="text-base font-semibold">{t.sipTitle}</h3>
      <p className="mt-1 text-sm text-pretty text-muted">{t.sipText}</p>
      <dl className="mt-3 flex flex-col gap-3 text-sm">
        <div className="flex flex-col gap-1">
          <dt className="text-muted">{t.sip}</dt>
          <dd className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <span className="min-w-0 font-mono break-all">{address}</span>
            <CopyButton text={address} label={t.copy} copied={t.copied} notCopied={t.notCopied} />
          </dd>
        </div>
        <div className="flex flex-col gap-1">
          <dt className="text-muted">{t.sipAllow}</dt>
          <dd className="font-mono">{VAPI_ADDRESSES}</dd>
        </div>
      </dl>
    </>
  );
}
