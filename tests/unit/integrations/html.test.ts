import { describe, expect, test } from 'vitest';
import { resolveReferences, type StartTag, visitStartTags } from '../../../src/integrations/html.ts';

function tagsOf(html: string): StartTag[] {
  const tags: StartTag[] = [];
  visitStartTags(html, (tag) => tags.push(tag));
  return tags;
}

describe('visitStartTags', () => {
  test('gives names in lower case and offsets, and passes over end tags, text and the doctype', () => {
    const html = '<!doctype html><P>1 < 2</P><br/>';
    expect(tagsOf(html).map(({ name, offset }) => [name, offset])).toEqual([
      ['p', 15],
      ['br', 27],
    ]);
  });

  test('reads attributes in double, single and no quotes, without a value, and on several lines', () => {
    const [tag] = tagsOf(`<a href="x?a=1&amp;b" title='say "hi"'\n  data-n=3 hidden>`);
    expect(Object.fromEntries(tag!.attributes)).toEqual({
      href: 'x?a=1&b',
      title: 'say "hi"',
      'data-n': '3',
      hidden: '',
    });
  });

  test('keeps the first of two attributes with one name', () => {
    expect(tagsOf('<p id="a" ID="b">')[0]!.attributes.get('id')).toBe('a');
  });

  test('does not end a tag at ">" within quotes', () => {
    expect(tagsOf('<a title="a > b" href="y">').map((tag) => tag.attributes.get('href'))).toEqual(['y']);
  });

  test('sees no tags in comments, scripts, styles, titles and text areas', () => {
    const html =
      '<!-- <a> --><script>"<b>"</script><style>/*<i>*/</style><title>On <u></title><textarea><s></textarea><em><!-- open <p>';
    expect(tagsOf(html).map((tag) => tag.name)).toEqual(['script', 'style', 'title', 'textarea', 'em']);
  });

  test('gives the text of a title', () => {
    expect(tagsOf('<title>A &amp; B</title><p>').map((tag) => tag.text)).toEqual(['A &amp; B', null]);
  });

  test('takes linear time on an unterminated tag', () => {
    const started = performance.now();
    tagsOf(`<a ${'x'.repeat(200_000)}`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('resolveReferences', () => {
  test('resolves named, decimal and hexadecimal references once', () => {
    expect(resolveReferences('&lt;&#39;&#x2013;&amp;lt;')).toBe("<'–&lt;");
  });

  test('keeps what is no reference', () => {
    expect(resolveReferences('a & b; &unknown; &#x110000;')).toBe('a & b; &unknown; &#x110000;');
  });
});
