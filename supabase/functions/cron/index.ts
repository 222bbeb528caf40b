/** Edge Function `cron`. */
import { serve } from '../_shared/serve.ts';
import { handle } from './handler.ts';

serve('cron', handle);
