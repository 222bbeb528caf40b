/**
 * The content policy forbids code that is made from text. zod is told not to try, for browsers report even an attempt; imported
 * before any schema is made.
 */
import * as z from 'zod';

z.config({ jitless: true });
