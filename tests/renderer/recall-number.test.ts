import { expect, test } from 'vitest';
import { eraseDigit, recallNumber, typeDigit } from '../../renderer/keys/recall-number.ts';

const type = (digits: string): string => [...digits].reduce(typeDigit, '');

test('digits make a number', () => {
  expect(recallNumber(type('120'))).toBe(120);
  expect(recallNumber('')).toBeNull();
});

test('a leading zero is nothing', () => {
  expect(type('0')).toBe('');
  expect(type('007')).toBe('7');
  expect(type('100')).toBe('100');
});

test('a sixth digit starts a new number, for no cue has one so long', () => {
  expect(type('999991')).toBe('1');
});

test('Backspace takes the last digit back', () => {
  expect(eraseDigit('12')).toBe('1');
  expect(eraseDigit('')).toBe('');
});
