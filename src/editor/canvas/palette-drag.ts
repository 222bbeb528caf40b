/** What is on its way from the palette to the canvas, as a browser carries it. Knows no component. */

/** A step of a kind, or a ready-made block. */
export interface PaletteItem {
  readonly type: 'kind' | 'block';
  readonly id: string;
}

/** The type of what is dragged can be seen on the way, its value only where it is dropped. */
const MIME: Readonly<Record<PaletteItem['type'], string>> = {
  kind: 'application/x-allokoli-kind',
  block: 'application/x-allokoli-block',
};
const TYPES = Object.keys(MIME) as PaletteItem['type'][];

export function carryItem(carrier: DataTransfer, { type, id }: PaletteItem): void {
  carrier.setData(MIME[type], id);
  carrier.effectAllowed = 'copy';
}

export function carriesItem(carrier: DataTransfer): boolean {
  return TYPES.some((type) => carrier.types.includes(MIME[type]));
}

export function carriedItem(carrier: DataTransfer): PaletteItem | undefined {
  const type = TYPES.find((one) => carrier.getData(MIME[one]) !== '');
  return type && { type, id: carrier.getData(MIME[type]) };
}
