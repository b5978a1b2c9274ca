/**
 * What a fact is within a feed of results. `count`: how far the count is; `house`: seats by party; `party/…`: a party's
 * vote; `electorate/…`: one electorate. Feeds of facts use `row/…`.
 */
export const COUNT_KEY = 'count';
export const HOUSE_KEY = 'house';
export const partyKey = (party: string): string => `party/${party}`;
export const electorateKey = (name: string): string => `electorate/${name}`;
export const rowKey = (id: string): string => `row/${id}`;

/** Its words are made from its figures (wording.ts), so they go with the figures. */
export const isWordedKey = (key: string): boolean => !key.startsWith('row/');
