import { nothingChanged, row } from './row.ts';

/** CX: cần xem lại, settling what does not fit. */
export const attentionProblems = {
  'CX-01': row(['Việc này đã được chốt rồi.', 'This has been settled already.'], nothingChanged, [
    'Mở hồ sơ xem ai đã chốt và lý do.',
    'Open the dossier to see who settled it and why.',
  ]),
  'CX-02': row(['Không chốt được ở đây: {why}.', 'It cannot be settled here.'], nothingChanged, [
    'Báo người phụ trách của cơ quan này.',
    'Tell the supervisor of this office.',
  ]),
} as const;
