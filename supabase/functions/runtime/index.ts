/** Edge Function `runtime`. */
import { serve } from '../_shared/serve.ts';
import { handle } from './handler.ts';

serve('runtime', handle);
