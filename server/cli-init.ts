import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { keySchema, textSchema } from '../contract/primitives.ts';
import type { CommandInput, Said } from './cli-commands.ts';
import { systemClock } from './clock.ts';
import { importOffices, importReference } from './import-reference.ts';
import { systemRandom } from './random.ts';
import { createScrypt } from './scrypt.ts';
import { setUpProvince } from './set-up.ts';
import { officeById } from './store/offices.ts';
import { insertPerson } from './store/people.ts';

const FIRST_OFFICE = 'tinh-pvhcc';
const SHORTEST_PASSWORD = 8;

/** Sets a real province up: its key, its offices, its catalogue, its first administrator (decision 11). */
export async function initProvince({ place, options, values }: CommandInput): Promise<Said> {
  if (options.demo) throw new Error('Bản thử tự thiết lập. The demonstration sets itself up.');
  const word = (name: string): string => {
    const value = values[name];
    if (typeof value !== 'string' || value === '') throw new Error(`--${name} ?`);
    return value;
  };
  const name = textSchema(120).parse(word('name'));
  const login = keySchema.parse(word('login'));
  const person = textSchema(120).parse(word('person'));
  const office = keySchema.parse(values['office'] ?? FIRST_OFFICE);
  const password = process.env['QMC_PASSWORD'] ?? (await asked('Mật khẩu / Password: '));
  if (password.length < SHORTEST_PASSWORD) throw new Error('Mật khẩu từ 8 ký tự. At least 8 characters.');

  const province = await setUpProvince(place.db, { name, key: place.key, demo: false, random: systemRandom });
  const { offices } = await importReference(place.db, options.catalogue, systemClock, true);
  const added = await importOffices(place.db, offices, false);
  if ((await officeById(place.db, office)) === null)
    throw new Error(`Không có nơi ${office}. There is no office ${office}.`);
  const user = await insertPerson(place.db, {
    id: login,
    login,
    name: person,
    role: 'administrator',
    office,
    unit: null,
    fields: [],
    position: '',
    disabled: false,
    password: await createScrypt().hash(password),
  });
  if (user === null) throw new Error(`Đã có tài khoản ${login}. There is an account ${login}.`);
  return {
    text: `Đã thiết lập ${name}: ${added} nơi, quản trị ${login}. Set up; key in ${place.folder}: back it up, apart from the database.`,
    facts: { server: province.server, publicKey: province.public_key, offices: added, login },
  };
}

/** Asks on the terminal without showing what is typed. */
async function asked(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const line = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await line.question('');
  } finally {
    line.close();
    process.stderr.write('\n');
  }
}
