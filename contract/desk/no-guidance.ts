import type { GuidanceContent } from './guidance-content.ts';

/** Nothing said yet. Also what a draft of before has. Apart from its schema, which the page has no use for. */
export const noGuidance: GuidanceContent = {
  outcome: null,
  papers: {},
  further: [],
  answerBy: null,
  refusal: { why: null, reason: null, legalBasis: null, agencyName: null, agencyAddress: null },
};
