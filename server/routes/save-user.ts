import type { z } from 'zod';
import type { adminUserSchema, User } from '../../contract/sync.ts';
import { Refusal } from '../problem.ts';
import { officeById } from '../store/offices.ts';
import { insertPerson, personById, updatePerson } from '../store/people.ts';
import { assertMay, mayNot, unlessTaken, type Administrator } from './admin.ts';
import type { RouteContext } from './context.ts';

type WantedUser = z.output<typeof adminUserSchema>;

/**
 * Creates an account (revision null), changes, moves or disables it, or gives it a new password.
 * @throws Refusal DN-05 beyond the administrator's office; SV-04 changed meanwhile; SV-05 login taken; GN-02 no password
 * for a new account, or no such office
 */
export async function saveUser({ db, scrypt }: RouteContext, admin: Administrator, wanted: WantedUser): Promise<User> {
  const { revision, password, ...person } = wanted;
  assertMay(admin, person.office);
  const now = await personById(db, person.id);
  if (now !== null) assertMay(admin, now.user.office);
  // Who reads the whole province is the province's to say.
  if (!admin.provincial && person.role === 'provincialViewer' && now?.user.role !== 'provincialViewer') throw mayNot();
  if ((await officeById(db, person.office)) === null) throw new Refusal(400, 'GN-02', { params: { where: 'office' } });
  if (revision === null && password === null) throw new Refusal(400, 'GN-02', { params: { where: 'password' } });
  if (revision === null ? now !== null : now?.user.revision !== revision) throw new Refusal(409, 'SV-04');
  const hash = password === null ? null : await scrypt.hash(password);
  const saved = await unlessTaken(() => {
    if (revision !== null) return updatePerson(db, person, hash, revision);
    return hash === null ? Promise.resolve(null) : insertPerson(db, { ...person, password: hash });
  });
  if (saved === null) throw new Refusal(409, 'SV-04');
  return saved;
}
