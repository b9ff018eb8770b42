import { parseArgs } from 'node:util';
import { commands } from './cli-commands.ts';
import type { HintTopic } from './hints.ts';
import { openPlace } from './place.ts';
import { placeOptions } from './options.ts';
import { notify } from './store/notices.ts';

/**
 * The administrator's command line at the server: what must be done before anybody can sign in, and what nobody may do
 * over the line. Says what it did in two languages, or one JSON object with `--json`.
 */
const usage = `node server/cli.ts [--data FOLDER] [--demo] [--json] COMMAND

  init --name NAME --login LOGIN --person NAME [--office ID]   province, offices, first administrator
                                                              (password from QMC_PASSWORD, or asked)
  offices                                                      list of offices
  office-add ID KIND NAME                                      a further office
  counter-add OFFICE ID NAME [--kind=desk|kiosk|display]       a counter, or a place of the waiting room
                             [--use=counter|unit|other]        what a desk's place is: a counter where nothing is said
  recovery-key OFFICE                                          printed once; only the public half is kept
  enrolment-code [OFFICE COUNTER]                              one desk, one time, 24 hours
  devices [OFFICE]                                             enrolled desks
  desks [OFFICE]                                               how each is: the one to look at first on top
  revoke DEVICE [SEQ] [--why TEXT --person NAME]   stolen or lost; SEQ: the last event believed
  reference import [FOLDER]                                    puts catalogue and calendar of a folder in force
  settings [--lookup-url URL] [--hotline PHONE] [--temporary yes|no] [--scan-rate BYTES]
  alarms [settled]                                             refused events and names nobody knows; settled: by whom, why
  messages                                                    those to citizens: waiting, sent, given up
  messages dead                                               given up, and why
  messages again ID|all                                       given-up ones wait again
  api-key-add NAME · api-keys · api-key-revoke ID               who may hand dossiers in by program
  import FILE                                                  packets of DongBoHoSoMC from a file
  export FILE [OFFICE] [--since YYYY-MM-DD]                    dossiers and their steps in the exchange's shape
  demo-online                                                  a few invented online dossiers (demonstration)
  quarantine [list [OFFICE]]                                   what is kept apart, and why
  quarantine release EVENT WHY --person NAME                   lets one in (and quarantine released: by whom, why)
  courier read FILE [ANSWER]                                   a file carried by hand, or saved from a dead desk
  restored                                                     after a restore: desks compare and send again
  erase NAME … --reason TEXT --document NUMBER --date YYYY-MM-DD --ordered-by NAME
        [--events ID,ID] [--open-too] [--yes]                 content erased by law, everywhere; without --yes: what would go
                                                              NAME: a dossier's code, an id, a ticket as OFFICE/DATE/B027
  erase-find NUMBER                                            what the province holds under an ID number
  erased                                                       what was, by which document, and what came since
`;

/** What running servers tell their desks after a command, so that nobody waits until they ask by themselves. */
const hintAfter: Readonly<Record<string, HintTopic>> = {
  'office-add': 'reference',
  'counter-add': 'reference',
  reference: 'reference',
  settings: 'reference',
  import: 'feed',
  'demo-online': 'feed',
  courier: 'feed',
  quarantine: 'feed',
};

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      demo: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      name: { type: 'string' },
      kind: { type: 'string' },
      use: { type: 'string' },
      login: { type: 'string' },
      person: { type: 'string' },
      why: { type: 'string' },
      office: { type: 'string' },
      'lookup-url': { type: 'string' },
      hotline: { type: 'string' },
      temporary: { type: 'string' },
      'scan-rate': { type: 'string' },
      since: { type: 'string' },
      reason: { type: 'string' },
      document: { type: 'string' },
      date: { type: 'string' },
      'ordered-by': { type: 'string' },
      events: { type: 'string' },
      'open-too': { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
    },
  });
  const [name = '', ...words] = positionals;
  const command = commands[name];
  if (command === undefined) {
    process.stderr.write(usage);
    return name === '' ? 0 : 2;
  }
  const options = placeOptions(values, process.env);
  const place = await openPlace(options);
  try {
    const said = await command({ place, options, words, values });
    const hint = hintAfter[name];
    if (hint !== undefined) await notify(place.db, `${hint} *`);
    process.stdout.write(values.json ? `${JSON.stringify(said.facts)}\n` : `${said.text}\n`);
    return 0;
  } finally {
    await place.close(place.embedded?.wasRunning === false);
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
