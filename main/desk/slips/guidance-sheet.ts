import type { User } from '../../../contract/sync.ts';
import { guidanceSheet } from '../../../domain/form/guidance-sheet.ts';
import type { AdviceRow } from '../../store/advice.ts';
import { toldOf } from '../advice/sheet.ts';
import { enrolmentOf, nameOfUser, type DeskContext } from '../context.ts';
import type { SlipOrder } from './order.ts';

/**
 * Phiếu hướng dẫn thủ tục of what was told: catalogue, case and office as they are now, the moment and the person who
 * told it as they were. One sheet an advice.
 * @throws ProblemError TN-04 where the catalogue in use has the procedure or case no more
 */
export function guidanceSheetOrder(context: DeskContext, advice: AdviceRow, user: User): SlipOrder {
  const told = toldOf(context, advice.procedureCode, advice.caseId, advice.channel);
  const values = guidanceSheet({
    ...told,
    givenAt: advice.at,
    officer: advice.by === user.id ? user.name : nameOfUser(context, advice.by),
    copy: null,
    demo: enrolmentOf(context).demo,
  });
  return {
    subject: { aggregate: 'advice', id: advice.id },
    form: 'guidance-sheet',
    number: '',
    about: null,
    replaces: false,
    template: context.reference.template('guidance-sheet', context.localNow()),
    values,
    madeOffline: false,
    checkCode: '',
    token: '',
  };
}
