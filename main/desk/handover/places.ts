import type { CallOutput } from '../../../contract/desk.ts';
import type { Office, User } from '../../../contract/sync.ts';
import type { Holder } from '../../../domain/dossier/events/common.ts';
import { holderWords } from '../../../domain/handover/batch.ts';
import { placeKey, placeOfKey, type Place } from '../../../domain/handover/to-give.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';

/** Places paper goes to and comes from, by the province's list of offices. */
export interface Places {
  /** One key for one place: an agency that stands as a unit of ours is its own office. */
  keyOf(place: Place): string;
  normal(key: string): string;
  /** What stands in events as the hands it is given to. */
  holderOf(key: string): Holder;
  /** "Trung tâm PVHCC phường Cao Lãnh", "Phòng Văn hóa - Xã hội". */
  nameOf(key: string): string;
  /** The place of whoever stands in an event. */
  nameOfHolder(holder: Holder): string;
  /** "Nguyễn Minh Tâm, Quầy 1": with the name the roster has where the event has none. */
  words(holder: Holder): string;
  /** Who signs there, as far as the roster says. */
  receivers(key: string): string[];
  /** Everything but the place itself. */
  choices(here: Holder): CallOutput<'handover.places'>;
  userName(id: string): string;
}

export function placesOf(context: DeskContext): Places {
  const { store } = context;
  const offices = (): readonly Office[] => store.reference.get('offices') ?? [];
  const users = (): readonly User[] => store.reference.get('users') ?? [];
  const office = (id: string): Office | undefined => offices().find((row) => row.id === id);

  const normalPlace = (place: Place): Place => {
    if (place.kind !== 'unit') return { ...place, kind: 'shop' };
    const isOwn = offices().some((row) => row.parent === place.office && row.shortName === place.unit);
    if (isOwn) return place;
    const agency = offices().find((row) => row.kind === 'provincial-agency' && row.shortName === place.unit);
    return agency === undefined ? place : { kind: 'shop', office: agency.id, unit: '' };
  };
  const placeOf = (key: string): Place => normalPlace(placeOfKey(key) ?? { kind: 'shop', office: '', unit: '' });
  const centre = (id: string): string => {
    const row = office(id);
    if (row === undefined) return id;
    const isCentre = row.kind === 'commune-centre' || row.kind === 'provincial-centre';
    return isCentre ? `Trung tâm PVHCC ${row.shortName}` : row.shortName;
  };
  const nameOf = (key: string): string => {
    const { kind, office: id, unit } = placeOf(key);
    return kind === 'unit' ? unit : centre(id);
  };
  const userName = (id: string): string => users().find((user) => user.id === id)?.name ?? '';

  return {
    keyOf: (place) => placeKey(normalPlace(place)),
    normal: (key) => placeKey(placeOf(key)),
    holderOf(key) {
      const place = placeOf(key);
      const kind = place.kind === 'unit' ? 'unit' : 'office';
      return { kind, office: place.office, place: nameOf(key), user: '', name: '' };
    },
    nameOf,
    nameOfHolder(holder) {
      if (holder.kind === 'unit' || holder.office === enrolmentOf(context).office) return holder.place;
      return centre(holder.office);
    },
    words: (holder) => holderWords({ ...holder, name: holder.name === '' ? userName(holder.user) : holder.name }),
    receivers(key) {
      const { kind, office: id, unit } = placeOf(key);
      if (kind !== 'unit') return [];
      return users()
        .filter((user) => user.office === id && user.unit === unit && user.role === 'unitOfficer' && !user.disabled)
        .map((user) => user.name);
    },
    choices(here) {
      const own = enrolmentOf(context).office;
      const rows = offices().filter((row) => !row.disabled);
      const units = rows
        .filter((row) => row.kind === 'processing-unit' && row.parent === own && row.shortName !== here.place)
        .map((row) => ({
          key: placeKey({ kind: 'unit', office: own, unit: row.shortName }),
          name: row.shortName,
          kind: 'unit' as const,
        }));
      const others = rows
        .filter((row) => row.kind !== 'processing-unit' && (row.id !== own || here.kind === 'unit'))
        .map((row) => {
          const key = placeKey({ kind: 'shop', office: row.id, unit: '' });
          return {
            key,
            name: nameOf(key),
            kind: row.kind === 'provincial-agency' ? ('agency' as const) : ('shop' as const),
          };
        })
        .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
      return [...units, ...others];
    },
    userName,
  };
}
