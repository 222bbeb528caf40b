/** What a kind of step is for: in words, as it is drawn, and as it is heard. The words are the kind's own. Knows no kind. */
import { type ReactNode, useMemo } from 'react';
import { useLanguage, useLanguageState } from '../i18n/language.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { wordsOf } from '../kinds/whole-words.ts';
import { ConversationToHear } from '../read-aloud/conversation-to-hear.tsx';
import { ExampleCard } from './example-card.tsx';
import { exampleStep, exampleTalk } from './example-talk.ts';
import { helpMessages } from './messages.ts';

export interface KindHelpProps {
  readonly kind: string;
  /** Of the headings in it, so that they stand in order below that of the place. */
  readonly level?: 2 | 3;
}

export function KindHelp({ kind, level = 3 }: KindHelpProps) {
  const t = useMessages(helpMessages);
  const language = useLanguage();
  const words = wordsOf(kind, useLanguageState());
  const step = useMemo(() => exampleStep(kind, language), [kind, language]);
  const talk = useMemo(() => exampleTalk(kind, language), [kind, language]);
  const say = (key: string) => {
    const text = words?.[key];
    return typeof text === 'string' ? text : '';
  };
  return (
    <div className="flex flex-col gap-5 md:grid md:grid-cols-2 md:gap-x-8">
      <div className="flex flex-col gap-4">
        <Part title={t.what} level={level}>
          {say('help.what')}
        </Part>
        <Part title={t.when} level={level}>
          {say('help.when')}
        </Part>
        <Part title={t.tip} level={level}>
          {say('help.tip')}
        </Part>
      </div>
      {step && (
        <div className="flex min-w-0 flex-col gap-4">
          <section>
            <Title level={level}>{t.drawn}</Title>
            <ExampleCard node={step.node} document={step.document} />
          </section>
          <section>
            <Title level={level}>{t.heard}</Title>
            {talk ? (
              <ConversationToHear lines={talk.lines} language={language} end={talk.end} />
            ) : (
              <p className="text-base text-muted">{t.silent}</p>
            )}
          </section>
        </div>
      )}
    </div>
  );
}

interface PartProps {
  readonly title: string;
  readonly level: 2 | 3;
  readonly children: ReactNode;
}

function Part({ title, level, children }: PartProps) {
  return (
    <section>
      <Title level={level}>{title}</Title>
      <p className="text-base text-pretty">{children}</p>
    </section>
  );
}

function Title({ level, children }: Omit<PartProps, 'title'>) {
  const Heading = `h${level}` as const;
  return <Heading className="mb-1 text-xs font-medium text-muted">{children}</Heading>;
}
