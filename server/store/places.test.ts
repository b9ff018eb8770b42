import { expect, test } from 'vitest';
import { placesOf } from './places.ts';

test('one place stays as it was written', () => {
  const url = 'postgres://u:p%40x@db.example:5432/quay?sslmode=require';
  expect(placesOf(url)).toEqual({ urls: [url], mustWrite: false });
  expect(placesOf('postgres:///quay?host=/var/run/postgresql').urls).toHaveLength(1);
});

test('several places have one connection string each, and only one that takes writes will do', () => {
  const many = 'postgresql://u:p@a:5432,[::1]:5433/quay?target_session_attrs=read-write&sslmode=require';
  expect(placesOf(many)).toEqual({
    urls: ['postgresql://u:p@a:5432/quay?sslmode=require', 'postgresql://u:p@[::1]:5433/quay?sslmode=require'],
    mustWrite: true,
  });
  expect(placesOf('postgres://u@a,b/quay')).toEqual({
    urls: ['postgres://u@a/quay', 'postgres://u@b/quay'],
    mustWrite: true,
  });
  expect(placesOf('postgres://u@a/quay?target_session_attrs=primary')).toEqual({
    urls: ['postgres://u@a/quay'],
    mustWrite: true,
  });
});

test('a server that could only read is refused at once', () => {
  expect(() => placesOf('postgres://u@a,b/quay?target_session_attrs=standby')).toThrow('standby');
});
