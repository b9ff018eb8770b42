import { z } from 'zod';
import type { portalFileReplySchema } from '../../contract/exchange/file.ts';
import { idSchema } from '../../contract/primitives.ts';
import { signerOf } from '../auth.ts';
import { Refusal } from '../problem.ts';
import { foldStored } from '../push/fold.ts';
import { concernedOffices } from '../store/dossiers.ts';
import { eventsOf } from '../store/events.ts';
import { inTransaction } from '../store/transaction.ts';
import type { RouteContext } from './context.ts';

const paramsSchema = z.strictObject({ dossier: idSchema, n: z.string().regex(/^\d{1,3}$/) });

/**
 * GET /v1/submitted/DOSSIER/files/N: the Nth file of what was sent in, fetched from the portal for a desk of an office
 * the dossier concerns. The desk never speaks to the portal itself, and no address comes from it.
 */
export function submittedFileRoute({ app, db, signed, portalFiles }: RouteContext): void {
  app.get(
    '/v1/submitted/:dossier/files/:n',
    { preHandler: signed },
    async (request): Promise<z.infer<typeof portalFileReplySchema>> => {
      const params = paramsSchema.safeParse(request.params);
      if (!params.success) throw new Refusal(404, 'SV-02');
      const { dossier, n } = params.data;
      const { office } = signerOf(request);
      const address = await inTransaction(db, async (tx) => {
        const concern = (await concernedOffices(tx, [dossier])).get(dossier);
        if (concern === undefined || !concern.offices.includes(office)) return null;
        return foldStored(dossier, await eventsOf(tx, dossier))?.submitted?.papers[Number(n)]?.file ?? null;
      });
      // Of another office, without a file, not there: all told the same.
      if (address === null || address === '') throw new Refusal(404, 'SV-02');
      const file = await portalFiles.fetch(address);
      if (file === null) throw new Refusal(502, 'SV-10');
      request.log.info({ dossier, n: Number(n), bytes: file.length }, 'a file of the portal was handed out');
      return { file: Buffer.from(file).toString('base64url') };
    },
  );
}
