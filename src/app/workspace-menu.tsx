/** The workspace at the top of the rail: which one it is, the person's others, one more, and who is in it. */
import { Check, ChevronsUpDown, Plus, UsersRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from 'react-aria-components';
import { useMessages } from '../i18n/use-messages.ts';
import { useWorkspace } from '../pages/workspace-context.ts';
import { useNavigate } from '../router/router.tsx';
import { BrandMark } from '../ui/brand-mark.tsx';
import { classNames } from '../ui/class-names.ts';
import { Menu } from '../ui/menu.tsx';
import { messages } from './messages.ts';
import { RailName, type RailProps } from './rail-row.tsx';

const NewWorkspaceDialog = lazy(async () => ({
  default: (await import('../pages/new-workspace/new-workspace-dialog.tsx')).NewWorkspaceDialog,
}));

export interface WorkspaceMenuProps extends RailProps {
  /** Where there is no rail: the name is always written. */
  readonly isBar?: boolean;
}

export function WorkspaceMenu({ isSlim, isBar = false }: WorkspaceMenuProps) {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const { workspace, workspaces, chooseWorkspace, openNew } = useWorkspace();
  const [isMaking, setMaking] = useState(false);
  const choose = (id: string) => {
    if (id === workspace.id) return;
    chooseWorkspace(id);
    // what is open belongs to the other one
    navigate('/flows');
  };
  const opened = async (id: string) => {
    await openNew(id);
    setMaking(false);
    navigate('/flows');
  };
  return (
    <>
      <Menu
        label={t.chooseWorkspace}
        placement="bottom start"
        trigger={
          <Button
            aria-label={t.workspaceNamed(workspace.name)}
            className="press-motion flex h-9 w-full cursor-pointer items-center gap-2.5 rounded-lg px-1.5 text-left data-hovered:bg-hover pointer-coarse:h-11"
          >
            <BrandMark className="size-7" />
            {isBar ? (
              <span className="min-w-0 truncate text-base font-semibold">{workspace.name}</span>
            ) : (
              <RailName isSlim={isSlim}>
                <span className="font-semibold text-ink">{workspace.name}</span>
              </RailName>
            )}
            <ChevronsUpDown
              aria-hidden
              className={classNames(
                'ml-auto size-4 shrink-0 text-muted',
                !isBar && (isSlim ? 'hidden' : 'hidden xl:block'),
              )}
            />
          </Button>
        }
        groups={[
          {
            id: 'workspaces',
            title: t.workspace,
            actions: workspaces.map(({ id, name }) => ({
              id,
              label: name,
              icon: <Check className={id === workspace.id ? '' : 'invisible'} />,
              onAction: () => choose(id),
            })),
          },
          {
            id: 'more',
            actions: [
              {
                id: 'people',
                label: t.people,
                icon: <UsersRound />,
                onAction: () => navigate('/settings/people'),
              },
              { id: 'new', label: t.newWorkspace, icon: <Plus />, onAction: () => setMaking(true) },
            ],
          },
        ]}
      />
      {isMaking && (
        <Suspense>
          <NewWorkspaceDialog
            isOpen={isMaking}
            onClose={() => setMaking(false)}
            onMade={(id) => void opened(id)}
          />
        </Suspense>
      )}
    </>
  );
}
