/** What holds for the whole flow, on paper: rules of any time, information, opening hours. Knows no kind. */
import type { OpeningHours } from '../../flow/document.ts';
import type { AnytimeBlock, HoursBlock, InformationBlock } from '../../flow/outline/outline.ts';
import { dateOf, spansOf } from '../../flow-words/print.ts';
import { ruleNames } from '../../flow-words/rules/messages.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { PrintWords } from './print-words.ts';

interface PartProps<Block> {
  readonly block: Block;
  readonly words: PrintWords;
}

export function PrintedRules({ block, words }: PartProps<AnytimeBlock>) {
  const { outline, quote } = words.flow;
  const names = useMessages(ruleNames);
  return (
    <section>
      <h2>{outline.anytime}</h2>
      <ul>
        {block.rows.map(({ rule, sentence, to, phrases }) => (
          <li key={rule}>
            <b>{names[rule]}</b> {sentence !== '' && quote(words.said(sentence))} →{' '}
            {to ? words.goal(to) : outline.goesOn.replace(/^→\s*/, '')}
            {phrases.length > 0 && <p>{phrases.map(quote).join(' · ')}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function PrintedInformation({ block, words }: PartProps<InformationBlock>) {
  const { outline, types } = words.flow;
  return (
    <section>
      <h2>{outline.information}</h2>
      <table>
        <thead>
          <tr>
            {[outline.name, outline.type, outline.choices, outline.askedIn, outline.usedIn].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map(({ information, askedIn, usedIn }) => (
            <tr key={information.id}>
              <td>{information.name}</td>
              <td>{types[information.type]}</td>
              <td>{(information.choices ?? []).join(', ')}</td>
              <td>{askedIn.join(', ')}</td>
              <td>{usedIn.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function PrintedHours({ block, words }: PartProps<HoursBlock>) {
  return (
    <section>
      <h2>{words.flow.outline.hours}</h2>
      {block.rows.map((hours) => (
        <Hours key={hours.id} hours={hours} words={words} />
      ))}
    </section>
  );
}

function Hours({ hours, words }: { readonly hours: OpeningHours; readonly words: PrintWords }) {
  const { outline, days, holidays } = words.flow;
  return (
    <div>
      <h3>{hours.name}</h3>
      <table>
        <tbody>
          {Object.values(days).map((day, index) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              <td>{spansOf(hours.week[index] ?? [], words.flow)}</td>
            </tr>
          ))}
          {hours.exceptions.map(({ date, spans }) => (
            <tr key={date}>
              <th scope="row">{dateOf(date, words.language)}</th>
              <td>{spansOf(spans, words.flow)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hours.holidays !== 'none' && <p>{outline.holidays(holidays[hours.holidays])}</p>}
      <p>{outline.zone(hours.timeZone)}</p>
    </div>
  );
}
