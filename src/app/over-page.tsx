/** Something over the page that may still have to be fetched: the page stays, and it comes once the network lets it. */
import { Component, type ReactNode, Suspense } from 'react';
import { forgetFailures, NotLoaded } from '../ui/later.ts';

const PATIENCE = 3_000;

interface OverPageProps {
  readonly children: ReactNode;
}

export class OverPage extends Component<
  OverPageProps,
  { readonly caught: { readonly error: unknown } | null }
> {
  override state = { caught: null as { readonly error: unknown } | null };
  private timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(error: unknown) {
    return { caught: { error } };
  }

  override componentDidUpdate() {
    clearTimeout(this.timer);
    if (this.state.caught) this.timer = setTimeout(this.again, PATIENCE);
  }

  override componentWillUnmount() {
    clearTimeout(this.timer);
  }

  private readonly again = () => {
    forgetFailures();
    this.setState({ caught: null });
  };

  override render() {
    const { caught } = this.state;
    if (!caught) return <Suspense>{this.props.children}</Suspense>;
    if (caught.error instanceof NotLoaded) return null;
    throw caught.error;
  }
}
