import type { Person } from '../../domain/citizen/person.ts';
import type { Holder } from '../../domain/dossier/events/common.ts';
import type { DossierFinished, DossierStopped, ResultPaper } from '../../domain/dossier/events/processing.ts';
import type { DossierReceived } from '../../domain/dossier/events/receipt.ts';
import type { ArrivedAct, ArrivedDossier } from './arrived.ts';
import { inventedDossier } from './dossier-filler.ts';
import { OFFICE } from './enrolled-folder.ts';

/** Dossiers that come back with their result, for tests of returning: what other desks wrote of them. */

export const dossierId = (n: number): string => `019ab000-0000-7000-9000-${String(n).padStart(12, '0')}`;

export const COUNTER: Holder = {
  kind: 'counter',
  office: OFFICE,
  place: 'Quầy 3',
  user: 'u-ngan',
  name: 'Lê Thị Kim Ngân',
};
export const UNIT: Holder = {
  kind: 'unit',
  office: OFFICE,
  place: 'Văn phòng HĐND và UBND',
  user: 'u-thao',
  name: 'Bùi Thị Thanh Thảo',
};

export const certificate: ResultPaper = {
  name: 'Giấy xác nhận tình trạng hôn nhân',
  number: '12/UBND-XNTTHN',
  originals: 1,
  copies: 0,
  electronic: false,
};

export const nhung: Person = {
  kind: 'citizen',
  name: 'Nguyễn Thị Hồng Nhung',
  personalId: '087196004218',
  oldId: null,
  birthDate: '1996-08-14',
  sex: 'female',
  address: 'Số 42, đường Trần Hưng Đạo, phường Sa Đéc, tỉnh Đồng Tháp',
  phone: '0912 000 345',
  email: '',
  taxCode: '',
  source: { kind: 'card', at: '2026-11-18T08:05:00' },
};

export interface ResultStory {
  readonly received?: Partial<DossierReceived>;
  readonly finished?: Partial<DossierFinished> | null;
  readonly stopped?: Partial<DossierStopped>;
  /** Signed for by the shop; null: still with the unit. */
  readonly backAt?: string | null;
  readonly more?: readonly ArrivedAct[];
}

/** Received on 18/11, with the unit, finished on 20/11, back at the counter on 23/11 at 08:00. */
export function resultDossier(n: number, story: ResultStory = {}): ArrivedDossier {
  const code = `H20.57-261118-${String(n).padStart(4, '0')}`;
  const received: DossierReceived = {
    ...inventedDossier(n, OFFICE),
    code: { text: code, kind: 'official', date: '2026-11-18', number: n, grantId: null },
    applicant: nhung,
    receivedAt: '2026-11-18T08:05:00',
    due: { ...inventedDossier(n, OFFICE).due, at: '2026-11-23T17:00:00' },
    handoverBy: '2026-11-18T17:00:00',
    papers: [
      { paperId: 'to-khai', name: 'Tờ khai', group: 'submit', state: 'has', originals: 1, copies: 0, note: '' },
      { paperId: 'ly-hon', name: 'Bản án ly hôn', group: 'submit', state: 'has', originals: 1, copies: 1, note: '' },
    ],
    ...story.received,
  };
  const finished: DossierFinished = {
    outcome: 'granted',
    papers: [certificate],
    reason: '',
    legalBasis: '',
    signatory: 'Phó Chủ tịch UBND phường',
    at: '2026-11-20T15:00:00',
    ...story.finished,
  };
  const papers = [{ paperId: null, name: certificate.name, originals: 1, copies: 0 }];
  const move = { batch: null, missing: [], seenOnSlip: null };
  const acts: ArrivedAct[] = [
    { type: 'dossier.received', body: received, actor: 'u-ngan' },
    {
      type: 'dossier.handoverAccepted',
      body: { ...move, purpose: 'processing', by: UNIT, papers: [], at: '2026-11-18T15:00:00' },
    },
  ];
  if (story.stopped !== undefined) {
    const stopped: DossierStopped = {
      number: '2/TB',
      reason: 'Xin rút',
      stage: 'Đang thẩm định',
      fees: '',
      papersBack: [],
      signatory: 'Phó Chủ tịch UBND phường',
      at: '2026-11-20T15:00:00',
      ...story.stopped,
    };
    acts.push(
      { type: 'dossier.withdrawalRequested', body: { by: nhung.name, reason: 'Đổi ý', at: '2026-11-19T09:00:00' } },
      { type: 'dossier.stopped', body: stopped },
    );
  } else if (story.finished !== null) acts.push({ type: 'dossier.finished', body: finished });
  const backAt = story.backAt === undefined ? '2026-11-23T08:00:00' : story.backAt;
  if (backAt !== null) {
    acts.push({
      type: 'dossier.handoverAccepted',
      body: { ...move, purpose: 'result', by: COUNTER, papers, at: backAt },
      actor: 'u-ngan',
    });
  }
  return { id: dossierId(n), acts: [...acts, ...(story.more ?? [])] };
}
