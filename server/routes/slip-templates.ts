import { publishEditionSchema, type PublishedEdition } from '../../contract/slip-template.ts';
import { newestEditionId, nextEditionId } from '../../domain/form/editions.ts';
import { templateFaults } from '../../domain/form/template-faults.ts';
import { vietnamDate } from '../clock.ts';
import { Refusal } from '../problem.ts';
import { officeById } from '../store/offices.ts';
import { addEdition, editionsFor, lockForm } from '../store/slip-editions.ts';
import { inTransaction } from '../store/transaction.ts';
import { administrator, assertMay, mayNot } from './admin.ts';
import { parsedBody, type RouteContext } from './context.ts';

/** GET and POST /v1/admin/templates: editions of slip templates (decision 15). An edition is added, never changed. */
export function slipTemplateRoutes(context: RouteContext): void {
  const { app, db, clock, hints, signed: preHandler } = context;

  app.get('/v1/admin/templates', { preHandler }, async (request) => {
    const { user } = await administrator(context, request);
    return editionsFor(db, user.office);
  });
  app.post('/v1/admin/templates', { preHandler }, async (request) => {
    const admin = await administrator(context, request);
    const { office, basedOn, template, validFrom } = parsedBody(request, publishEditionSchema);
    // The province's editions go to every office; an office's own to its counters alone.
    if (office !== null) assertMay(admin, office);
    else if (!admin.provincial) throw mayNot();
    if (office !== null && (await officeById(db, office)) === null)
      throw new Refusal(400, 'GN-02', { params: { where: 'office' } });
    if (validFrom < vietnamDate(clock.now())) throw new Refusal(400, 'GN-02', { params: { where: 'validFrom' } });
    const published = await inTransaction(db, async (tx): Promise<PublishedEdition> => {
      await lockForm(tx, template.form);
      const all = await editionsFor(tx, null);
      const seen = all.filter((edition) => edition.office === null || edition.office === office);
      if (newestEditionId(template.form, seen) !== basedOn) throw new Refusal(409, 'SV-04');
      const numbered = { ...template, id: nextEditionId(template.form, all) };
      if (templateFaults(numbered).length > 0) throw new Refusal(400, 'GN-02', { params: { where: 'template' } });
      const edition = { template: numbered, validFrom, office, publishedAt: clock.now() };
      await addEdition(tx, edition, admin.user.id);
      return { ...edition, publishedBy: admin.user.name };
    });
    hints.publish('reference', ['*']);
    return published;
  });
}
