import type { Bilingual } from '../text.ts';

/** Where a dossier is in its life (trạng thái hồ sơ). */
export const dossierStates = [
  'submitted',
  'guided',
  'refused',
  'received',
  'processing',
  'supplement',
  'financial',
  'withdrawing',
  'finished',
  'returned',
  'archived',
  'stopped',
  'cancelled',
  'done',
] as const;
export type DossierState = (typeof dossierStates)[number];

/** The ten codes of the national exchange (TrangThaiHoSo). */
export type NationalStatus = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

interface StateFacts {
  readonly name: Bilingual;
  /** Null where the national list has no word for it. */
  readonly national: NationalStatus | null;
  /** Work of somebody: a place in lists of what is open. */
  readonly open: boolean;
}

/** What officers read of each state, and what the national exchange is told. */
export const stateFacts: Readonly<Record<DossierState, StateFacts>> = {
  submitted: { name: { vi: 'Chờ kiểm tra', en: 'To be checked' }, national: 1, open: true },
  guided: { name: { vi: 'Chờ bổ sung, chưa tiếp nhận', en: 'Guided, not received' }, national: 5, open: true },
  refused: { name: { vi: 'Từ chối tiếp nhận', en: 'Refused' }, national: 3, open: false },
  received: { name: { vi: 'Mới tiếp nhận', en: 'Received' }, national: 2, open: true },
  processing: { name: { vi: 'Đang xử lý', en: 'In processing' }, national: 4, open: true },
  supplement: { name: { vi: 'Chờ bổ sung', en: 'Waiting for a supplement' }, national: 5, open: true },
  financial: { name: { vi: 'Chờ nghĩa vụ tài chính', en: 'Waiting for a payment duty' }, national: 6, open: true },
  withdrawing: { name: { vi: 'Xin rút hồ sơ', en: 'Withdrawal requested' }, national: 7, open: true },
  finished: { name: { vi: 'Chờ trả kết quả', en: 'Result ready' }, national: 9, open: true },
  returned: { name: { vi: 'Đã trả kết quả', en: 'Returned' }, national: 10, open: false },
  archived: { name: { vi: 'Quá hạn nhận, đã lưu', en: 'Never collected, archived' }, national: 9, open: false },
  stopped: { name: { vi: 'Dừng giải quyết', en: 'Stopped' }, national: 8, open: false },
  cancelled: { name: { vi: 'Đã hủy', en: 'Cancelled' }, national: null, open: false },
  done: { name: { vi: 'Đã trả ngay', en: 'Done at once' }, national: 10, open: false },
};
