/** Edge Function `calendar`. */
import { serve } from '../_shared/serve.ts';
import { handle } from './handler.ts';

serve('calendar', handle);
