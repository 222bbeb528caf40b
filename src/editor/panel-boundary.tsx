/** Keeps a broken panel from taking the editor with it. */
import { Component, type ReactNode } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { Button } from '../ui/button.tsx';
import { editorMessages } from './messages.ts';

interface PanelBoundaryProps {
  readonly children: ReactNode;
}

export class PanelBoundary extends Component<PanelBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return <Broken onRetry={() => this.setState({ isBroken: false })} />;
  }
}

function Broken({ onRetry }: { readonly onRetry: () => void }) {
  const t = useMessages(editorMessages);
  return (
    <div
      role="alert"
      className="pointer-events-auto m-3 rounded-panel border border-line bg-card p-4 text-sm shadow-raised"
    >
      <p>{t.broken.panel}</p>
      <Button size="small" className="mt-3" onPress={onRetry}>
        {t.broken.again}
      </Button>
    </div>
  );
}
