/** Another system's answer to read; a press on a value proposes it for keeping. Knows no step. */
import { useMessages } from '../../i18n/use-messages.ts';
import type { Json } from '../../lib/json.ts';
import { Button } from '../../ui/button.tsx';
import { pathBelow, textOfValue } from './answer.ts';
import { messages } from './messages.ts';

export interface AnswerTreeProps {
  readonly json: Json;
  /** Paths that are kept already. */
  readonly kept: ReadonlySet<string | null>;
  /** Absent where nothing can be kept. */
  readonly onKeep?: (path: string) => void;
}

export function AnswerTree(props: AnswerTreeProps) {
  return (
    <div className="max-h-72 overflow-auto rounded-lg border border-line bg-fill px-3 py-2 font-mono text-xs">
      <Part {...props} path="" value={props.json} />
    </div>
  );
}

interface PartProps extends AnswerTreeProps {
  /** Null where no path can name the place. */
  readonly path: string | null;
  readonly value: Json;
}

function Part(props: PartProps) {
  const { value, path } = props;
  if (typeof value !== 'object' || value === null) return <Leaf {...props} />;
  const isList = Array.isArray(value);
  const entries = Object.entries(value) as [string, Json][];
  return (
    <ul className={path === '' ? '' : 'ml-1 border-l border-line pl-3'}>
      {entries.map(([key, inner]) => (
        <li key={key} className="min-h-6 py-0.5">
          <span className="text-muted">{isList ? `${Number(key) + 1}.` : `${key}:`}</span>{' '}
          <Part
            {...props}
            value={inner}
            path={path === null ? null : pathBelow(path, isList ? Number(key) : key)}
          />
        </li>
      ))}
      {entries.length === 0 && <li className="text-muted">{isList ? '[ ]' : '{ }'}</li>}
    </ul>
  );
}

function Leaf({ value, path, kept, onKeep }: PartProps) {
  const t = useMessages(messages);
  const text = textOfValue(value);
  const shown = text === null ? '–' : text === '' ? '“ ”' : text;
  if (text === null || path === null || path === '' || !onKeep || kept.has(path))
    return (
      <span className="break-words">
        {shown}
        {kept.has(path) && path !== null && <span className="ml-1.5 text-success">{t['try.isKept']}</span>}
      </span>
    );
  return (
    <Button
      size="small"
      variant="ghost"
      className="!inline-flex !h-auto min-h-6 max-w-full !px-1 !font-mono !text-xs !font-normal whitespace-normal break-all text-left underline decoration-dotted underline-offset-3"
      aria-label={t['try.keep'](path, shown)}
      onPress={() => onKeep(path)}
    >
      {shown}
    </Button>
  );
}
