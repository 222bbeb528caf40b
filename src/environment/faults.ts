/** What is wrong with the settings of one part, without a value of any of them. Pure; never throws. */
import { FORMATS, type Format } from './formats.ts';
import { environmentMessages } from './messages.ts';
import { type Need, namesOf, type Part, VARIABLES, type VariableName, type VariableOf } from './variables.ts';

/** What one part can read: names that are not in its list do not compile. */
export type EnvironmentOf<Of extends Part> = (name: VariableOf<Of>) => string | undefined;

export type Fault =
  | { readonly type: 'missing'; readonly name: VariableName; readonly because: VariableName | null }
  | { readonly type: 'wrong'; readonly name: VariableName; readonly format: Format };

export interface Place {
  /** No sandbox stands for Vapi there: the internet does. */
  readonly isHosted?: boolean;
}

/** An empty variable is one that is not set, as shells have it. In the order of the list. */
export function findFaults<Of extends Part>(
  part: Of,
  environment: EnvironmentOf<Of>,
  { isHosted = false }: Place = {},
): Fault[] {
  const isSet = (name: string) => Boolean(environment(name as VariableOf<Of>));
  return namesOf(part).flatMap((name): Fault[] => {
    const { format, needed } = VARIABLES[name];
    const value = environment(name);
    if (value) return FORMATS[format].safeParse(value).success ? [] : [{ type: 'wrong', name, format }];
    if (!needed || !isNeeded(needed, isHosted, isSet)) return [];
    const because = needed.with?.find(isSet) ?? null;
    return [{ type: 'missing', name, because: because as VariableName | null }];
  });
}

function isNeeded(need: Need, isHosted: boolean, isSet: (name: string) => boolean): boolean {
  if (need.hosted && !isHosted) return false;
  if (need.with && !need.with.some(isSet)) return false;
  return !need.unless?.some(isSet);
}

/** One sentence: what, why, what to do. For whoever runs it; names only, so that it may be logged and shown. */
export function sayFault(fault: Fault): string {
  const { faults, formats, purposes } = environmentMessages.en;
  if (fault.type === 'wrong') return faults.wrong(fault.name, formats[fault.format]);
  return faults.missing(
    fault.name,
    purposes[fault.name],
    formats[VARIABLES[fault.name].format],
    fault.because,
  );
}

/** Ends what cannot go on, with one sentence for each fault. */
export function sayFaults(faults: readonly Fault[]): string {
  return faults.map(sayFault).join('\n  ');
}
