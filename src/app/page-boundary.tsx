/** Keeps a broken page from taking the app with it. Another address is another try. */
import { Component, type ReactNode } from 'react';
import { DataError } from '../data/failure.ts';
import { PageFailure } from '../pages/page-failure.tsx';
import { useLocation } from '../router/router.tsx';
import { forgetFailures, NotLoaded } from '../ui/later.ts';
import { PageBroken } from './page-broken.tsx';

interface Caught {
  readonly error: unknown;
}

interface BoundaryProps {
  readonly pathname: string;
  readonly children: ReactNode;
}

class Boundary extends Component<BoundaryProps, { readonly caught: Caught | null }> {
  override state = { caught: null as Caught | null };

  static getDerivedStateFromError(error: unknown) {
    return { caught: { error } };
  }

  override componentDidUpdate(before: BoundaryProps) {
    if (this.state.caught && before.pathname !== this.props.pathname) this.again();
  }

  private readonly again = () => {
    forgetFailures();
    this.setState({ caught: null });
  };

  override render() {
    const { caught } = this.state;
    if (!caught) return this.props.children;
    if (caught.error instanceof NotLoaded)
      return <PageFailure error={new DataError({ code: 'offline' })} onRetry={this.again} />;
    return <PageBroken error={caught.error} />;
  }
}

export function PageBoundary({ children }: { readonly children: ReactNode }) {
  return <Boundary pathname={useLocation().pathname}>{children}</Boundary>;
}
