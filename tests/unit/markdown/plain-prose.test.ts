import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../src/corpus/prose-blocks.ts';
import { renderProse } from '../../../src/markdown/render.ts';

async function html(markdown: string): Promise<string> {
  return (await renderProse(markdown, new Map())).html.trim();
}

describe('prose', () => {
  it('shows markup as the text it is, within a line and on its own', async () => {
    expect(await html('A <b onclick="x()">bold</b> kettle.')).toBe(
      '<p>A &#x3C;b onclick="x()">bold&#x3C;/b> kettle.</p>',
    );
    expect(await html('<script>x()</script>\n\n- <img src=x onerror=x()>')).toBe(
      '<p>&#x3C;script>x()&#x3C;/script></p>\n<ul>\n<li>&#x3C;img src=x onerror=x()></li>\n</ul>',
    );
  });

  it('has no title beside that of its page', async () => {
    expect(await html('# Kettle')).toMatch(/^<h2 id="kettle">/);
  });

  it('leaves out comments', async () => {
    expect(await html('A <!-- not this --> kettle.\n\n<!-- nor\nthis -->')).toBe('<p>A  kettle.</p>');
  });

  it('makes a link that is no plain address its text, however the scheme is written', async () => {
    for (const url of [
      'javascript:x()',
      'JaVa&#x09;Script:x()',
      '<\u0001javascript:x()>',
      'data:text/html,x',
      'vbscript:x',
    ]) {
      expect(await html(`A [*kettle*](${url}).`)).toBe('<p>A <em>kettle</em>.</p>');
    }
    expect(await html('A [kettle][k].\n\n[k]: javascript:x()')).not.toContain('href');
    expect(await html('[![kettle](javascript:x())](javascript:x())')).not.toContain('javascript:x()"');
  });

  it('loads no picture from elsewhere, but links to it', async () => {
    const link = '<p><a href="https://a.example/k.png" rel="noopener">kettle</a></p>';
    expect(await html('![kettle](https://a.example/k.png)')).toBe(link);
    expect(await html('![kettle][k]\n\n[k]: https://a.example/k.png')).toBe(link);
    // Browsers pass over a control character before an address.
    for (const url of ['<\u0001//a.example/k.png>', '</\u0009/a.example/k.png>', 'mailto:k@a.example'])
      expect(await html(`![kettle](${url})`)).toMatch(/^<p><a href="[^"]+"[^>]*>kettle<\/a><\/p>$/);
    expect(await html('![kettle](//a>b/k.png)')).toBe('<p>kettle</p>');
  });

  it('gives links to other sites no way back', async () => {
    expect(
      await html(
        '[a](https://a.example/) [b](//b.example/) [c](/c/) [d][d] https://e.example/\n\n[d]: http://d.example/',
      ),
    ).toBe(
      '<p><a href="https://a.example/" rel="noopener">a</a> <a href="//b.example/" rel="noopener">b</a> <a href="/c/">c</a> ' +
        '<a href="http://d.example/" rel="noopener">d</a> <a href="https://e.example/" rel="noopener">https://e.example/</a></p>',
    );
  });
});

describe('a heading', () => {
  const ids = async (markdown: string): Promise<string[]> =>
    [...(await html(markdown)).matchAll(/<h[1-6][^>]* id="([^"]*)"/g)].map(([, id = '']) => id);

  it('has the id on the page that it has where prose is read, whatever is in it', async () => {
    const markdown = [
      'Kettle -- <b>old</b>',
      'Kettle <!-- not this -->',
      '![A kettle](https://a.example/k.png) `code`',
      '![kettle][k]',
      '![Boil](mailto:k@a.example) water',
      '![Pour](<\u0001//a.example/k.png>) water',
      '![Sip](//a>b/k.png) water',
      '![Own](/k.png) water',
      '???',
      '"Kettle"  - - -',
      '!!!',
      'Kettle ',
    ];
    const text = `${markdown.map((heading) => `## ${heading}\n\nText.`).join('\n\n')}\n\n[k]: https://a.example/\n`;
    const read = blocksOf(text).flatMap(({ kind, heading }) => (kind === 'paragraph' ? (heading?.slug ?? []) : []));
    expect(await ids(text)).toEqual(read);
    expect(new Set(read).size).toBe(markdown.length);
  });

  it('without text is left out', async () => {
    expect(await html('## \n\n## <!-- nothing -->\n\nText.')).toBe('<p>Text.</p>');
  });
});

it('makes a link that no browser can open its text', async () => {
  expect(await html('A [kettle](https://a.example>).')).toBe('<p>A kettle.</p>');
});
