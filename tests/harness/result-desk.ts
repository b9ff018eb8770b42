import type { CallInput } from '../../contract/desk.ts';
import { arrive, type ArrivedDossier } from './arrived.ts';
import { enrolledFolder, passwordOf, type EnrolledFolder } from './enrolled-folder.ts';
import { certificate, dossierId, nhung, resultDossier, type ResultStory } from './result-dossiers.ts';
import { openTestDesk, type TestDesk } from './test-desk.ts';

/** Desks to which results have come, for tests of returning them. */

const open: { folder: EnrolledFolder; desk: TestDesk }[] = [];

/** A desk to which these dossiers came by the line, with its counter officer signed in. */
export async function deskWith(
  ...dossiers: readonly ArrivedDossier[]
): Promise<{ desk: TestDesk; folder: EnrolledFolder }> {
  const folder = await enrolledFolder({});
  arrive(folder, dossiers);
  const desk = await openTestDesk(folder.path);
  await desk.signIn('ngan');
  open.push({ folder, desk });
  return { desk, folder };
}

export async function one(story: ResultStory = {}): Promise<TestDesk> {
  return (await deskWith(resultDossier(1, story))).desk;
}

/** Closes the desks of a test, so that their folders can be looked into; after it, removes them too. */
export async function closeDesks(): Promise<void> {
  for (const { desk } of open) await desk.desk.close();
}

export async function removeDesks(): Promise<void> {
  await closeDesks();
  for (const { folder } of open.splice(0)) folder.remove();
}

/** The dossier of `one`. */
export const id = dossierId(1);

export const giving: CallInput<'results.return'> = {
  dossierId: id,
  to: { kind: 'applicant' },
  identity: 'card',
  slipShown: true,
  papers: [certificate.name],
  originals: [],
  signature: 'paper',
  drawing: null,
  apology: false,
  payment: null,
  approval: null,
};

export const son = {
  kind: 'authorised' as const,
  person: { ...nhung, name: 'Nguyễn Văn Hai', personalId: '087090001234', phone: '' },
  authority: { kind: 'power-of-attorney' as const, relation: '', paper: '', number: '12/2026', date: '2026-11-20' },
};

export const approval = { login: 'phuoc', password: passwordOf('phuoc'), reason: 'người nhà ốm nặng' };

/** Code and broken limits of a refusal; null where it was done. */
export async function refusal(
  reply: Promise<{ ok: boolean; error?: { code: string; params: unknown } }>,
): Promise<[string, string] | null> {
  const { error } = await reply;
  return error === undefined ? null : [error.code, (error.params as Record<string, string>)['breaks'] ?? ''];
}
