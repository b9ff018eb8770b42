import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadCatalogue } from '../../catalogue/load.ts';
import { calendarSchema } from '../../contract/calendar.ts';
import { ProblemError } from '../../contract/problems.ts';
import { slipEditionSchema } from '../../contract/slip-template.ts';
import { catalogueSchema } from '../../contract/catalogue.ts';
import { hallChangeSchema, hallDataSchema, type HallChange } from '../../contract/hall-rules.ts';
import type { Session } from '../../contract/desk/session.ts';
import type { Reference } from '../../contract/sync.ts';
import { createCalendar, type CalendarData, type WorkingCalendar } from '../../domain/calendar/calendar.ts';
import { dateOf, type CivilDate, type LocalDateTime } from '../../domain/calendar/civil-date.ts';
import { currentTemplate, findTemplate, type SlipEdition } from '../../domain/form/editions.ts';
import type { SlipForm } from '../../domain/form/slip-values.ts';
import type { SlipTemplate } from '../../domain/form/template.ts';
import { lookAhead } from '../../domain/calendar/lookahead.ts';
import type { Catalogue, Procedure } from '../../domain/procedure/catalogue.ts';
import { processingUnit, type OfficeTable } from '../../domain/procedure/office.ts';
import { ownChangeOn } from '../../domain/ticket/own-settings.ts';
import { hallRules, type HallData, type HallRules } from '../../domain/ticket/rules.ts';
import type { Store } from '../store/store.ts';

/** Procedures, calendar and offices: the province's edition where it has handed one out, else the one shipped. */
export interface ReferenceData {
  catalogue(): Catalogue;
  calendar(office: string): WorkingCalendar;
  /**
   * The hall's rules of a day, with what the office has set for itself: the same object as long as it is asked for the
   * same day and nothing is changed.
   */
  hallRules(date: CivilDate): HallRules;
  /** The same without it. */
  provinceHallRules(date: CivilDate): HallRules;
  /** What the office has set for itself so far, and for days to come. */
  hallChanges(): readonly HallChange[];
  /** What the desk has, for asking whether there is a newer one. */
  versions(): { catalogue: string; calendar: string };
  /**
   * Keeps what the province sent.
   * @returns whether anything is different now
   * @throws ProblemError DT-02 where our own office or counter is not in it; nothing is taken
   */
  take(reference: Reference): boolean;
  /** What a new slip of a form is drawn with: the newest edition valid on the day of `now`. */
  template(form: SlipForm, now: LocalDateTime): SlipTemplate;
  /** What an old slip was drawn with; null where this machine never had it. */
  templateById(id: string): SlipTemplate | null;
  days(office: string, now: LocalDateTime): Session['days'];
  /** The unit that works on a procedure for an office, and the office it belongs to. */
  processingUnit(
    procedure: Procedure,
    office: string,
  ): { name: string; competent: { id: string; name: string } } | null;
}

/** @throws Error when the shipped files themselves are not whole: the installation is broken. */
export async function loadReferenceData(catalogueDir: string, store: Store): Promise<ReferenceData> {
  const loaded = await loadCatalogue(pathToFileURL(`${catalogueDir}/`));
  if (!loaded.ok) throw new Error(`${loaded.fault.code} ${loaded.fault.file}: ${loaded.fault.detail}`);
  const shippedCalendar = calendarSchema.parse(JSON.parse(await readFile(join(catalogueDir, 'calendar.json'), 'utf8')));
  const hall = hallDataSchema.parse(JSON.parse(await readFile(join(catalogueDir, 'hall.json'), 'utf8')));
  return referenceData(store, loaded.catalogue, shippedCalendar, loaded.offices, hall);
}

function referenceData(
  store: Store,
  shipped: Catalogue,
  shippedCalendar: CalendarData,
  offices: OfficeTable,
  hall: HallData,
): ReferenceData {
  let catalogue = newest(shipped, catalogueSchema.safeParse(store.reference.get('catalogue')).data);
  let calendarData = newest(shippedCalendar, calendarSchema.safeParse(store.reference.get('calendar')).data);
  const calendars = new Map<string, WorkingCalendar>();
  let rules: { readonly date: CivilDate; readonly own: HallChange | null; readonly rules: HallRules } | null = null;
  const ownChanges = (): readonly HallChange[] => store.reference.get('hallChanges') ?? [];
  const editions = (): readonly SlipEdition[] => store.reference.get('slipEditions') ?? [];

  return {
    catalogue: () => catalogue,
    calendar(office) {
      let calendar = calendars.get(office);
      if (calendar === undefined) {
        calendar = createCalendar(calendarData, office);
        calendars.set(office, calendar);
      }
      return calendar;
    },
    hallRules(date) {
      const own = ownChangeOn(ownChanges(), date);
      if (rules?.date !== date || rules.own !== own) rules = { date, own, rules: hallRules(hall, date, own?.settings) };
      return rules.rules;
    },
    provinceHallRules: (date) => hallRules(hall, date),
    hallChanges: ownChanges,
    versions: () => ({ catalogue: catalogue.version, calendar: calendarData.version }),
    take(reference) {
      // Without these two the desk would not know where it stands: the edition it has is better.
      const here = store.meta.get('enrolment');
      const { offices: rows, counters } = reference;
      if (!rows.some(({ id }) => id === here?.office) || !counters.some(({ id }) => id === here?.counter)) {
        throw new ProblemError('DT-02');
      }
      // Whatever a server says: of the staff nothing comes onto a machine that stands in the waiting room.
      const users = here?.kind === 'desk' ? reference.users : [];
      const before = [fingerprint(store), catalogue, calendarData];
      store.transact(() => {
        store.reference.put('users', users);
        store.reference.put('offices', reference.offices);
        store.reference.put('counters', reference.counters);
        store.reference.put('grants', reference.grants);
        store.reference.put('settings', reference.settings);
        store.reference.put('devices', reference.devices);
        store.reference.put('hallChanges', withChanges(ownChanges(), reference.hallChanges));
        store.reference.put('slipEditions', withEditions(editions(), reference.slipEditions));
      });
      const newCatalogue = catalogueSchema.safeParse(reference.catalogue);
      if (newCatalogue.success && newCatalogue.data.version > catalogue.version) {
        catalogue = newCatalogue.data;
        store.transact(() => store.reference.put('catalogue', reference.catalogue));
      }
      const newCalendar = calendarSchema.safeParse(reference.calendar);
      if (newCalendar.success && newCalendar.data.version > calendarData.version) {
        calendarData = newCalendar.data;
        calendars.clear();
        store.transact(() => store.reference.put('calendar', reference.calendar));
      }
      const after = [fingerprint(store), catalogue, calendarData];
      return after.some((part, at) => part !== before[at]);
    },
    template: (form, now) => currentTemplate(form, dateOf(now), editions()),
    templateById: (id) => findTemplate(id, editions()),
    days(office, now) {
      return lookAhead(dateOf(now), this.calendar(office));
    },
    processingUnit(procedure, office) {
      const receiving = offices.offices.find((row) => row.id === office);
      if (receiving === undefined)
        return { name: procedure.competent.unitName, competent: { id: office, name: office } };
      const unit = processingUnit(offices, procedure.competent, receiving);
      const parent = unit?.kind === 'provincial-agency' ? unit : receiving;
      return { name: unit?.shortName ?? procedure.competent.unitName, competent: { id: parent.id, name: parent.name } };
    },
  };
}

/**
 * The editions there are and those handed out: none is ever given up, an old slip may be drawn with it. One a newer
 * release can read and this one cannot is left out; the form stays with the edition before.
 */
function withEditions(known: readonly SlipEdition[], handedOut: readonly unknown[]): SlipEdition[] {
  const read = handedOut.flatMap((each) => slipEditionSchema.safeParse(each).data ?? []);
  const ids = new Set(read.map(({ template }) => template.id));
  return [...known.filter(({ template }) => !ids.has(template.id)), ...read];
}

/**
 * Changes of the hall's rules there are and those handed out: none is ever given up, so that a day that is over keeps its
 * rules whatever the province has. One that only a newer release can read is left out.
 */
function withChanges(known: readonly HallChange[], handedOut: readonly unknown[]): HallChange[] {
  const read = handedOut.flatMap((each) => hallChangeSchema.safeParse(each).data ?? []);
  const numbers = new Set(read.map(({ number }) => number));
  return [...known.filter(({ number }) => !numbers.has(number)), ...read].sort((a, b) => a.number - b.number);
}

function newest<T extends { readonly version: string }>(shipped: T, handedOut: T | undefined): T {
  return handedOut !== undefined && handedOut.version > shipped.version ? handedOut : shipped;
}

function fingerprint(store: Store): string {
  const kinds = [
    'users',
    'offices',
    'counters',
    'grants',
    'settings',
    'slipEditions',
    'devices',
    'hallChanges',
  ] as const;
  return JSON.stringify(kinds.map((kind) => store.reference.get(kind)));
}
