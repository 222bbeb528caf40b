/** Whether messages of a sort leave this installation. */
import type { Carrier } from '../../../src/publish/wire.ts';
import type { Courier } from '../_shared/couriers.ts';

export function carrierOf(courier: Courier | null): Carrier {
  if (!courier) return 'none';
  return courier.isCatcher ? 'caught' : 'provider';
}
