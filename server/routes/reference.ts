import { z } from 'zod';
import { textSchema } from '../../contract/primitives.ts';
import { signerOf } from '../auth.ts';
import { vietnamDate } from '../clock.ts';
import { countersOf } from '../store/counters.ts';
import { desksInOrder, logOf } from '../store/devices.ts';
import { grantsFor } from '../store/grants.ts';
import { hallChangesOf } from '../store/hall-changes.ts';
import { officeById, officesFor } from '../store/offices.ts';
import { peopleOf } from '../store/people.ts';
import { editionsFor } from '../store/slip-editions.ts';
import { contentOf, currentVersion, type ReferenceKind } from '../store/reference.ts';
import { parsedQuery, type RouteContext } from './context.ts';
import { knownProvince } from './open.ts';

/** Words this release does not know are passed over: a newer desk may say more. */
const querySchema = z.object({ catalogue: textSchema(60).optional(), calendar: textSchema(60).optional() });

/** GET /v1/reference: people, offices, counters, desks and numbers of the desk's office (a machine of the waiting room is told of no people); catalogue and calendar where it has others. */
export function referenceRoute({ app, db, clock, random, signed }: RouteContext): void {
  app.get('/v1/reference', { preHandler: signed }, async (request, reply) => {
    const has = parsedQuery(request, querySchema);
    const { id: device, office, kind } = signerOf(request);
    const { epoch, ...province } = await knownProvince(db);
    const own = await officeById(db, office);
    const log = await logOf(db, device);
    // A machine of the waiting room stands where it can be carried away: it receives nobody and nobody signs in there, so
    // neither numbers nor the staff and what their passwords are checked by lie on it.
    const isDesk = kind === 'desk';
    const grants =
      !isDesk || log === null || own === null || own.codePrefix === null || own.disabled
        ? []
        : await grantsFor(db, { log, office, prefix: own.codePrefix }, vietnamDate(clock.now()), () => random.id());
    const reference = {
      users: isDesk ? await peopleOf(db, office) : [],
      offices: await officesFor(db, office),
      counters: await countersOf(db, office),
      grants,
      settings: {
        offlineNumbersTemporary: province.offline_numbers_temporary,
        lookupUrl: province.lookup_url,
        hotline: province.hotline,
        scanBytesPerSecond: province.scan_bytes_per_second,
      },
      devices: await desksInOrder(db, office),
      hallChanges: await hallChangesOf(db, office),
      slipEditions: isDesk
        ? (await editionsFor(db, office)).map(({ template, validFrom }) => ({ template, validFrom }))
        : [],
    };
    const newer = async (kind: ReferenceKind): Promise<string> => {
      const version = await currentVersion(db, kind);
      return version === null || version === has[kind] ? 'null' : ((await contentOf(db, kind, version)) ?? 'null');
    };
    reply.type('application/json; charset=utf-8');
    // Catalogue and calendar go out as the texts they were stored as.
    const [catalogue, calendar] = [await newer('catalogue'), await newer('calendar')];
    const rest = JSON.stringify(reference).slice(0, -1);
    return `{"epoch":${JSON.stringify(epoch)},"reference":${rest},"catalogue":${catalogue},"calendar":${calendar}}}`;
  });
}
