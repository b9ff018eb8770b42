import type { PublishedEdition } from '../../contract/slip-template.ts';
import { editionOf } from '../../domain/form/editions.ts';
import type { SlipForm } from '../../domain/form/slip-values.ts';
import type { Db, Tx } from './pool.ts';
import { lockInOrder } from './transaction.ts';

/** Editions of every slip template an office prints with: the province's and its own. Null: those of every office. */
export async function editionsFor(db: Db | Tx, office: string | null): Promise<PublishedEdition[]> {
  const rows = await db
    .selectFrom('slip_edition')
    .innerJoin('person', 'person.id', 'slip_edition.published_by')
    .select(['template', 'valid_from', 'slip_edition.office', 'person.name', 'published_at'])
    .$if(office !== null, (query) =>
      query.where((eb) => eb.or([eb('slip_edition.office', 'is', null), eb('slip_edition.office', '=', office)])),
    )
    .orderBy('form')
    .orderBy('number')
    .execute();
  return rows.map(({ template, valid_from: validFrom, office: of, name, published_at: publishedAt }) => ({
    // Written by `addEdition`, checked by the contract before.
    template: JSON.parse(template) as PublishedEdition['template'],
    validFrom,
    office: of,
    publishedBy: name,
    publishedAt,
  }));
}

/** Editions of one form are published one after the other, whoever does it; held to the end of the transaction. */
export async function lockForm(tx: Tx, form: SlipForm): Promise<void> {
  await lockInOrder(tx, 'slip-edition', [form]);
}

/** Adds an edition under its id, which nobody has yet. */
export async function addEdition(
  tx: Tx,
  { template, validFrom, office, publishedAt }: Omit<PublishedEdition, 'publishedBy'>,
  person: string,
): Promise<void> {
  const number = editionOf(template.id)?.number;
  if (number === undefined) throw new Error(`${template.id} is no edition`);
  await tx
    .insertInto('slip_edition')
    .values({
      form: template.form,
      number,
      office,
      valid_from: validFrom,
      template: JSON.stringify(template),
      published_by: person,
      published_at: publishedAt,
    })
    .execute();
}
