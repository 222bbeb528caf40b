/** The icon of a ready-made block: a tile with another one behind it, since it is several steps. */
import { CircleHelp, Contact, Disc, ListChecks, type LucideIcon, MessageSquareText } from 'lucide-react';
import type { Block } from '../../blocks/block.ts';
import { blockOf } from '../../blocks/registry.ts';

const ICONS: Readonly<Record<Block['icon'], LucideIcon>> = {
  'message-square-text': MessageSquareText,
  contact: Contact,
  'list-checks': ListChecks,
  disc: Disc,
};

export function BlockTile({ block }: { readonly block: string }) {
  const icon = blockOf(block)?.icon;
  const Icon = icon ? ICONS[icon] : CircleHelp;
  return (
    <span aria-hidden className="step-tile" data-family="listen" data-stack>
      <Icon />
    </span>
  );
}
