/** The strict shape of a Vietnamese syllable (âm tiết): first consonant, rhyme (vần), tone. It tells damage from names. */

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Acute and dot below: the only tones a syllable that ends in c, ch, p or t can carry. */
const STOP_TONES = /^[\u0301\u0323]$/;

const ONSETS = 'ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p r s t v x'.split(' ');

/**
 * Without tone marks. "oong", "ooc" and "uyn" are left out: no name has them, and damage would look like them
 * ("Coong" from Telex keys, "Nguyn" from Nguyễn).
 */
const RHYMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu
  o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uôc uôi uôm uôn uông uôt uơ
  uy uya uych uynh uyt uyu uyên uyêt
  ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu`.split(/\s+/),
);

/** After "qu" the u is part of the onset: quý, quỳnh, quyên, quốc. */
const RHYMES_AFTER_QU = /^[aăâeêiyơ]|^ôc$/;

/** Whether a word, in any case and normal form, is a syllable Vietnamese can have. Digits and foreign letters never are. */
export function isSyllable(word: string): boolean {
  const letters = word.toLowerCase().normalize('NFD');
  const tones = letters.match(TONES) ?? [];
  const plain = letters.replace(TONES, '').normalize('NFC');
  if (tones.length > 1) return false;
  return partings(plain).some(
    ([onset, rhyme]) => fits(onset, rhyme) && (!/(?:c|ch|p|t)$/.test(rhyme) || STOP_TONES.test(tones[0] ?? '')),
  );
}

function partings(word: string): [string, string][] {
  const withOnset = ONSETS.filter((onset) => word.startsWith(onset)).map((onset): [string, string] => [
    onset,
    word.slice(onset.length),
  ]);
  return [['', word], ...withOnset];
}

function fits(onset: string, rhyme: string): boolean {
  if (onset === 'qu') return RHYMES_AFTER_QU.test(rhyme) && (RHYMES.has(rhyme) || RHYMES.has(`u${rhyme}`));
  if (!RHYMES.has(rhyme)) return false;
  if (rhyme.startsWith('yê')) return onset === '';
  const beforeFront = /^[eêiy]/.test(rhyme);
  switch (onset) {
    case 'k':
    case 'gh':
    case 'ngh':
      return beforeFront;
    case 'c':
    case 'ng':
      return !beforeFront;
    case 'g':
      // gì, gìn, giếng are written with g alone.
      return !beforeFront || rhyme.startsWith('i');
    case '':
      return !rhyme.startsWith('iê');
    default:
      return true;
  }
}

const LETTERS_AND_MARKS = /^(?:[a-zđ][\u0300-\u0303\u0306\u0309\u031b\u0323]*)+$/;

/** Whether a word has only letters a Vietnamese name can have; f, j, w and z too, which names from elsewhere bring. */
export function hasOnlyLetters(word: string): boolean {
  return LETTERS_AND_MARKS.test(word.toLowerCase().normalize('NFD'));
}
