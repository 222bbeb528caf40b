/** Puts a text into the clipboard, and says whether that worked. */
import { Copy } from 'lucide-react';
import { Button } from './button.tsx';
import { notify } from './toast.tsx';

export interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  /** Sentences for afterwards. */
  readonly copied: string;
  readonly notCopied: string;
}

export function CopyButton({ text, label, copied, notCopied }: CopyButtonProps) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      notify({ tone: 'success', text: copied });
    } catch {
      notify({ tone: 'danger', text: notCopied });
    }
  };
  return (
    <Button icon={<Copy aria-hidden />} onPress={() => void copy()}>
      {label}
    </Button>
  );
}
