/**
 * `npm run -s flow -- <command> FILE…`: the engine on the command line. JSON (or Markdown) on stdout, problems as
 * sentences on stderr, exit code 1 when something is wrong. Files may be `template:<id>` too.
 */
import { flowCommand } from './flow-command.ts';

process.exitCode = await flowCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
