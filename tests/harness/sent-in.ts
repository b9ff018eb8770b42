import { readFileSync } from 'node:fs';
import { calendarSchema } from '../../contract/calendar.ts';
import { createCalendar } from '../../domain/calendar/calendar.ts';
import { addDays, dateOf, localDateTime, timeOf } from '../../domain/calendar/civil-date.ts';
import { afterWorkingHours } from '../../domain/calendar/working-hours.ts';
import type { DossierSubmitted } from '../../domain/dossier/events/guidance.ts';
import type { ArrivedDossier } from './arrived.ts';
import { bodies } from './dossier-acts.ts';
import { OFFICE } from './enrolled-folder.ts';

const calendar = createCalendar(
  calendarSchema.parse(JSON.parse(readFileSync(new URL('../../catalogue/calendar.json', import.meta.url), 'utf8'))),
  OFFICE,
);

export const sentInId = (n: number): string => `019ab000-0000-7000-8eee-${String(n).padStart(12, '0')}`;

/** Sent in online at some moment, with so many hours of office time left; negative: late by as many days. */
export function sentIn(
  n: number,
  name: string,
  hoursLeft: number,
  over: Partial<DossierSubmitted> = {},
): ArrivedDossier {
  const now = localDateTime(Date.now());
  const before = `${addDays(dateOf(now), hoursLeft < 0 ? hoursLeft : 0)}T${timeOf(now)}`;
  const checkBy = hoursLeft < 0 ? before : afterWorkingHours(now, hoursLeft, calendar);
  const base = bodies['dossier.submitted'](n);
  const { applicant } = base.intake;
  if (applicant === null) throw new Error('nobody sent it in');
  return {
    id: sentInId(n),
    acts: [
      {
        type: 'dossier.submitted',
        actor: 'portal',
        body: {
          ...base,
          intake: {
            ...base.intake,
            applicant: { ...applicant, name, phone: '0900000001' },
            procedure: {
              code: '1.004873',
              name: 'Cấp Giấy xác nhận tình trạng hôn nhân',
              shortName: 'Xác nhận tình trạng hôn nhân',
              field: 'Hộ tịch',
              caseId: '',
              caseLabel: '',
              catalogueVersion: '2026-11-23.1',
            },
            channel: 'ONLINE',
            receivingOffice: OFFICE,
            competentOffice: OFFICE,
          },
          submittedAt: `${addDays(dateOf(now), -4)}T09:20:00`,
          checkBy,
          ...over,
        },
      },
    ],
  };
}
