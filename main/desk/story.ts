import type { CallOutput } from '../../contract/desk.ts';
import { withRests } from '../../domain/dossier/erasure.ts';
import type { CurrentDossierEvent } from '../../domain/dossier/events.ts';
import { currentEvent } from '../../domain/dossier/history.ts';
import { storyOf, type StoryEntry } from '../../domain/dossier/story/story.ts';
import type { DossierView } from '../../domain/dossier/view.ts';
import type { Bilingual } from '../../domain/text.ts';
import { knownEvent } from '../store/read-events.ts';
import type { Store } from '../store/store.ts';
import { writtenLocal } from './trusted-time.ts';

type Story = CallOutput<'dossier.get'>['story'];

/** What has been done to a dossier, newest first, each in a sentence. `nameOf` gives a person's name for an id. */
export function storyLines(store: Store, view: DossierView, nameOf: (id: string) => string): Story {
  const events = new Map(
    withRests((store.log?.ofAggregate(view.id) ?? []).map(knownEvent)).map(
      ({ envelope, event }): [string, CurrentDossierEvent | null] => [envelope.id, currentEvent(event)],
    ),
  );
  return storyOf(view, (id) => events.get(id) ?? null)
    .map((entry) => lineOf(entry, nameOf, events.get(entry.line.eventId) ?? null))
    .toReversed();
}

function lineOf(
  { line, told }: StoryEntry,
  nameOf: (id: string) => string,
  event: CurrentDossierEvent | null,
): Story[number] {
  const name = nameOf(line.actor);
  const who = told.by ?? same(told.place === '' ? name : `${name}, ${told.place}`);
  const approved = line.approvedBy === null ? null : approval(nameOf(line.approvedBy), event);
  return {
    at: writtenLocal(line.at),
    what: told.what,
    detail: approved === null ? told.detail : after(told.detail, approved),
    who,
    paper: told.paper,
    marked: told.marked || approved !== null,
    setAside: line.setAside,
  };
}

/** "Đặng Văn Phước duyệt: người dân ở xa". */
function approval(name: string, event: CurrentDossierEvent | null): Bilingual {
  const override = event !== null && 'override' in event.body ? event.body.override : null;
  const because = override === null ? '' : `: ${override.reason}`;
  return { vi: `${name} duyệt${because}`, en: `approved by ${name}${because}` };
}

function after(detail: Bilingual | null, more: Bilingual): Bilingual {
  return detail === null ? more : { vi: `${detail.vi}. ${more.vi}`, en: `${detail.en}. ${more.en}` };
}

function same(text: string): Bilingual {
  return { vi: text, en: text };
}
