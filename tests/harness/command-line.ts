import { commands, type CommandInput, type Said } from '../../server/cli-commands.ts';
import type { TestProvince } from './test-server.ts';

/** The province's command line on a test's province. @param folder where its list of erasures lies */
export function commandLine({ db, key, url }: TestProvince, folder: string) {
  return (name: string, words: readonly string[] = [], values: CommandInput['values'] = {}): Promise<Said> => {
    const command = commands[name];
    if (command === undefined) throw new Error(`no command ${name}`);
    return command({
      place: { db, key, databaseUrl: url, folder, embedded: null, close: () => Promise.resolve() },
      options: { folder, databaseUrl: url, demo: false, catalogue: new URL('../../catalogue/', import.meta.url) },
      words,
      values,
    });
  };
}
