import type { Mirror } from './mirror.ts';
import type { viApproval } from './vi-approval.ts';

export const enApproval: Mirror<typeof viApproval> = {
  approval: {
    rule: 'The approver types their own password. Their name and the reason are kept with the dossier.',
    reason: 'Reason',
    reasonMissing: 'no reason yet',
    who: 'Approver',
    whoChoose: 'Choose the approver',
    whoMissing: 'no approver chosen',
    password: 'Password',
    passwordMissing: 'no password yet',
    waiting: 'Checking the password…',
  },
};
