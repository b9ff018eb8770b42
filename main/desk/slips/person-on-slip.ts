import type { Person } from '../../../domain/citizen/person.ts';
import type { SlipPerson } from '../../../domain/form/slip-people.ts';

/** A person of a dossier as slips name them. */
export function personOnSlip(person: Person): SlipPerson {
  const { name, address, phone, email } = person;
  return { name, address, phone, email, identity: identityOf(person) };
}

function identityOf(person: Person): SlipPerson['identity'] {
  if (person.kind !== 'citizen' && person.taxCode !== '') return { kind: 'tax-code', number: person.taxCode };
  if (person.personalId !== null) return { kind: 'personal-id', number: person.personalId };
  if (person.oldId !== null) return { kind: 'old-id', number: person.oldId };
  return { kind: 'none', number: '' };
}
