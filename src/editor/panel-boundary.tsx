/** Waits for a panel that is still to come, and keeps a broken one from taking the editor with it: the others go on, and the document is not touched. */
import { Component, type ReactNode, Suspense } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { Button } from '../ui/button.tsx';
import { forgetFailures } from '../ui/later.ts';
import { editorMessages } from './messages.ts';

export type PanelName = keyof (typeof editorMessages)['en']['broken']['what'];

export interface PanelBoundaryProps {
  readonly children: ReactNode;
  /** What stopped working. */
  readonly name?: PanelName;
  /** Shown until the panel is there. */
  readonly waiting?: ReactNode;
  /** Something else than the sentence. */
  readonly fallback?: ReactNode;
  /** Tried again by itself when this is another. */
  readonly retryWhen?: unknown;
  /** For what can be done without. */
  readonly onClose?: () => void;
}

export class PanelBoundary extends Component<PanelBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidUpdate(before: PanelBoundaryProps) {
    if (this.state.isBroken && before.retryWhen !== this.props.retryWhen) this.setState({ isBroken: false });
  }

  override render() {
    const { children, name, waiting, fallback, onClose } = this.props;
    if (!this.state.isBroken) return <Suspense fallback={waiting}>{children}</Suspense>;
    if (fallback !== undefined) return fallback;
    return (
      <Broken
        {...(name ? { name } : {})}
        {...(onClose ? { onClose } : {})}
        onRetry={() => {
          forgetFailures();
          this.setState({ isBroken: false });
        }}
      />
    );
  }
}

interface BrokenProps extends Pick<PanelBoundaryProps, 'name' | 'onClose'> {
  readonly onRetry: () => void;
}

function Broken({ name, onRetry, onClose }: BrokenProps) {
  const t = useMessages(editorMessages).broken;
  return (
    <div
      role="alert"
      data-broken={name}
      className="pointer-events-auto relative z-20 m-3 rounded-panel border border-line bg-card p-4 text-sm shadow-raised"
    >
      <p>{name ? `${t.what[name]} ${t.rest}` : t.panel}</p>
      <span className="mt-3 flex gap-2">
        <Button size="small" onPress={onRetry}>
          {t.again}
        </Button>
        {onClose && (
          <Button size="small" variant="ghost" onPress={onClose}>
            {t.close}
          </Button>
        )}
      </span>
    </div>
  );
}
