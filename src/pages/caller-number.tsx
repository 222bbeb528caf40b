/** A caller's number, hidden until somebody asks for it: who looks over a shoulder must not read it. */
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { BROWSER_CALLER } from '../publish/browser-caller.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { messages } from './messages.ts';

export function CallerNumber({ number }: { readonly number: string | null }) {
  const t = useMessages(messages);
  const format = useFormat();
  const [isShown, setShown] = useState(false);
  if (number === BROWSER_CALLER) return <span>{t.browserCaller}</span>;
  if (number === null || number === '') return <span className="text-muted">{t.unknownCaller}</span>;
  return (
    <span className="inline-flex items-center gap-1">
      <span className="whitespace-nowrap tabular-nums">
        {isShown ? format.phone(number) : format.maskedPhone(number)}
      </span>
      <IconButton
        label={isShown ? t.hide : t.reveal}
        icon={isShown ? <EyeOff /> : <Eye />}
        size="small"
        className="relative z-10 pointer-coarse:-my-2.5"
        onPress={() => setShown(!isShown)}
      />
    </span>
  );
}
