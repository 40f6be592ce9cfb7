import { describe, expect, test } from 'vitest';
import { issueHref, paperCorrectionHref, topicCorrectionHref } from '../../../src/site/correction.ts';
import { paperOf, publishedOn, surveyOf } from './fabricated-survey.ts';

const text = { title: 'Correction: a & b', body: 'one\ntwo' };

function withRepository(repository: string | null) {
  const survey = surveyOf([paperOf('kettle', { authors: ['Ada Spout'], ...publishedOn('2024-05-31') })]);
  return { ...survey, site: { ...survey.site, repository } };
}

function issueOf(href: string | null): { address: string; parameters: Record<string, string> } {
  const url = new URL(href ?? '');
  return { address: url.origin + url.pathname, parameters: Object.fromEntries(url.searchParams) };
}

describe('the address of a new issue', () => {
  test('follows the forge', () => {
    expect(issueOf(issueHref('https://github.com/a/b.git', text))).toEqual({
      address: 'https://github.com/a/b/issues/new',
      parameters: { title: 'Correction: a & b', body: 'one\ntwo' },
    });
    expect(issueOf(issueHref('https://gitlab.kettles.example/group/sub/b/', text))).toEqual({
      address: 'https://gitlab.kettles.example/group/sub/b/-/issues/new',
      parameters: { 'issue[title]': 'Correction: a & b', 'issue[description]': 'one\ntwo' },
    });
    expect(issueOf(issueHref('https://codeberg.org/a/b', text)).address).toBe('https://codeberg.org/a/b/issues/new');
  });

  test('stays short, and cuts no character in two', () => {
    const href = issueHref('https://github.com/a/b', { title: '🫖'.repeat(500), body: '🫖'.repeat(5000) });
    expect(href?.length).toBeLessThanOrEqual(4000);
    expect(href?.length).toBeGreaterThan(3900);
    const { parameters } = issueOf(href);
    expect(parameters['title']).toMatch(/^🫖{119}…$/u);
    expect(parameters['body']).toMatch(/^🫖+…$/u);
  });
});

describe('a suggested correction', () => {
  test('names paper, page, what is said now and where it stands', () => {
    const survey = withRepository('https://github.com/a/b');
    const { parameters } = issueOf(paperCorrectionHref(survey.papers[0]!, survey));
    expect(parameters['title']).toBe('Correction: Title of kettle');
    for (const line of [
      '    Page: /survey/papers/kettle/',
      '    Paper id: kettle',
      '    Title: Title of kettle',
      '    Authors: Ada Spout et al.',
      '    Date: 2024-05-31',
      '    Topic: Boiling',
      '    Sources: 001_kettles.txt:5',
    ]) {
      expect(parameters['body']?.split('\n')).toContain(line);
    }
    const topic = issueOf(topicCorrectionHref(survey.topics[0]!, survey)).parameters;
    expect(topic['body']).toContain('    Topic id: boiling\n');
    expect(topic['body']).toContain('    Definition: All about boiling.\n');
  });

  test('is not offered without a repository', () => {
    const survey = withRepository(null);
    expect(paperCorrectionHref(survey.papers[0]!, survey)).toBeNull();
    expect(topicCorrectionHref(survey.topics[0]!, survey)).toBeNull();
  });

  test('text of a capture cannot leave its line', () => {
    const survey = withRepository('https://github.com/a/b');
    const paper = { ...survey.papers[0]!, title: { raw: '', plain: 'a\n\n# b @all', html: '', latex: '' } };
    expect(issueOf(paperCorrectionHref(paper, survey)).parameters['body']).toContain('\n    Title: a # b @all\n');
  });
});
