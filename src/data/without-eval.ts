/**
 * The content policy forbids code that is made from text. zod is told not to try, for browsers report even an attempt; imported
 * before any schema is made. Said through zod's own place for settings, so that the first page need not carry zod.
 */
import type { z } from 'zod';

const page = globalThis as { __zod_globalConfig?: z.core.$ZodConfig };
page.__zod_globalConfig = { ...page.__zod_globalConfig, jitless: true };
