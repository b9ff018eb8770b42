import type { SigningKey } from '../contract/signing.ts';
import type { Randomness } from './ports.ts';
import type { Db } from './store/pool.ts';
import { createProvince, provinceOf, type Province } from './store/province.ts';

/**
 * Makes the database this province's, once.
 * @throws Error where the database is another key's, or of a demonstration while this is not, or the other way round
 */
export async function setUpProvince(
  db: Db,
  wanted: { readonly name: string; readonly key: SigningKey; readonly demo: boolean; readonly random: Randomness },
): Promise<Province> {
  const known = await provinceOf(db);
  if (known === null) {
    await createProvince(db, {
      server: wanted.random.id(),
      name: wanted.name,
      public_key: wanted.key.publicKey,
      demo: wanted.demo,
      epoch: wanted.random.id(),
      offline_numbers_temporary: false,
      // The demonstration's slips carry a QR too; a reserved name leads nobody anywhere (RFC 2606).
      lookup_url: wanted.demo ? 'https://banthu.example/h/' : '',
      hotline: '',
    });
    return setUpProvince(db, wanted);
  }
  assertSame(known, wanted);
  return known;
}

export function assertSame(known: Province, wanted: { readonly key: SigningKey; readonly demo: boolean }): void {
  if (known.public_key !== wanted.key.publicKey) {
    throw new Error('Khóa máy chủ không phải của cơ sở dữ liệu này.\nThe server key is not this database’s.');
  }
  if (known.demo !== wanted.demo) {
    throw new Error(
      'Cơ sở dữ liệu thử và máy chủ thật không dùng chung.\nA demonstration database and a real server do not mix.',
    );
  }
}
