/** What the app gives to every page behind the sign-in: who is there, in which workspace. */
import { createContext, useContext } from 'react';
import type { Person } from '../data/session.ts';
import type { Workspace } from '../data/workspaces.ts';

export interface WorkspaceValue {
  readonly person: Person;
  readonly workspace: Workspace;
  readonly workspaces: readonly Workspace[];
  readonly chooseWorkspace: (id: string) => void;
  /** Opens one that was made or joined just now. */
  readonly openNew: (id: string) => Promise<void>;
  /** False for whoever may only look. */
  readonly canChange: boolean;
  /** True when no real phone line is connected; false too while it is not known yet. */
  readonly sandbox: boolean;
}

export const WorkspaceContext = createContext<WorkspaceValue | null>(null);

export function useWorkspace(): WorkspaceValue {
  const value = useContext(WorkspaceContext);
  if (value === null) throw new Error('useWorkspace needs a page inside the shell.');
  return value;
}
