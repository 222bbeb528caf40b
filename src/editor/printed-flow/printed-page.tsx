/** The whole flow as a page to print. Knows no kind. */
import { outline } from '../../flow/outline/outline.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { outlineMessages } from '../outline/messages.ts';
import { usePrintWords } from './print-words.ts';
import './printed-flow.css';
import { PrintedHours, PrintedInformation, PrintedRules } from './printed-parts.tsx';
import { PrintedStep } from './printed-step.tsx';

export function PrintedPage() {
  const { store } = useEditor();
  const t = useMessages(outlineMessages);
  const format = useFormat();
  const document = useDocumentState((state) => state.document);
  const words = usePrintWords(document);
  const blocks = outline(document, store.kinds);
  const steps = blocks.filter((block) => block.type === 'step');
  const at = (place: (typeof steps)[number]['place']) => steps.filter((step) => step.place === place);
  const { outline: heads, languages, voices } = words.flow;
  const { settings } = document;
  return (
    <article className="printed-flow" lang={words.language}>
      <header>
        <h1>{document.name.trim() || heads.unnamed}</h1>
        <p>
          {t.printedOn(format.date(new Date()))}
          {' · '}
          {heads.about(
            languages[document.language],
            voices[settings.voice],
            settings.recording ? heads.on : heads.off,
          )}
        </p>
      </header>
      <ol>
        {at('reached').map((step) => (
          <PrintedStep key={step.node} step={step} words={words} />
        ))}
      </ol>
      {at('unreached').length > 0 && (
        <section>
          <h2>{heads.unreached}</h2>
          <ol>
            {at('unreached').map((step) => (
              <PrintedStep key={step.node} step={step} words={words} />
            ))}
          </ol>
        </section>
      )}
      {at('aid').length > 0 && (
        <section>
          <h2>{heads.notes}</h2>
          <ul>
            {at('aid').map((step) => (
              <li key={step.node}>{words.aid(step.node)}</li>
            ))}
          </ul>
        </section>
      )}
      {blocks.map((block) => {
        if (block.type === 'anytime') return <PrintedRules key="rules" block={block} words={words} />;
        if (block.type === 'information')
          return <PrintedInformation key="information" block={block} words={words} />;
        return block.type === 'hours' ? <PrintedHours key="hours" block={block} words={words} /> : null;
      })}
    </article>
  );
}
