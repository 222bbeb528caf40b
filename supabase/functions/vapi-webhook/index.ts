/** Edge Function `vapi-webhook`. */
import { serve } from '../_shared/serve.ts';
import { handle } from './handler.ts';

serve('vapi-webhook', handle);
