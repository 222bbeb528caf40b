/** A step on paper: its number and name, what is said, what it asks for, and where it leads. Knows no kind. */
import type { OutlineExit, StepBlock } from '../../flow/outline/outline.ts';
import type { PrintWords } from './print-words.ts';

interface PrintedStepProps {
  readonly step: StepBlock;
  readonly words: PrintWords;
}

export function PrintedStep({ step, words }: PrintedStepProps) {
  const { outline } = words.flow;
  const kind = words.kindOf(step);
  const asks = step.asks.map(({ information, isRequired }) =>
    isRequired ? words.information(information) : outline.optional(words.information(information)),
  );
  const facts = [
    ...(asks.length === 0 ? [] : [{ label: outline.asks, text: words.list(asks) }]),
    ...(step.uses.length === 0
      ? []
      : [{ label: outline.uses, text: words.list(step.uses.map(words.information)) }]),
    ...words.details(step.kind, step.details),
  ];
  return (
    <li value={step.number}>
      <h3>
        {step.number}. {words.step(step.node)}
        {kind !== '' && <span> {kind}</span>}
      </h3>
      {step.said.map(({ field, text }) => (
        <blockquote key={field}>{words.said(text)}</blockquote>
      ))}
      <Facts facts={facts} />
      {step.exits.length === 0 ? (
        <p>{outline.ends}</p>
      ) : (
        <ul>
          {step.exits.map((exit) => (
            <PrintedExit key={exit.exit} step={step} exit={exit} words={words} />
          ))}
        </ul>
      )}
    </li>
  );
}

function PrintedExit({ step, exit, words }: PrintedStepProps & { readonly exit: OutlineExit }) {
  const condition = words.condition(step, exit);
  return (
    <li>
      <b>{words.exit(step, exit)}</b>
      {condition !== '' && ` (${condition})`} → {words.goal(exit.to)}
      <Facts facts={words.details(step.kind, exit.details)} />
    </li>
  );
}

function Facts({ facts }: { readonly facts: readonly { readonly label: string; readonly text: string }[] }) {
  if (facts.length === 0) return null;
  return (
    <dl>
      {facts.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
