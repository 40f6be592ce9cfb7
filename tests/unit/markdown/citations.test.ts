import { describe, expect, it } from 'vitest';
import type { CitationTarget } from '../../../src/markdown/citations.ts';
import { renderProse } from '../../../src/markdown/render.ts';

function target(id: string, label: string): [string, CitationTarget] {
  const names = { href: `/papers/${id}/`, mentionId: `cite-${id}`, descriptionId: `ref-${id}` };
  return [id, { label, title: `The "Title" of ${id}`, ...names }];
}

const targets = new Map([target('one', 'Adams, 2024'), target('two', 'Baker <et al.>, 2023')]);

async function html(markdown: string): Promise<string> {
  return (await renderProse(markdown, targets)).html;
}

describe('a citation', () => {
  it('is a link in parentheses, described by the entry of the references that holds the full title', async () => {
    expect(await html('Kettles sing [@one].')).toBe(
      '<p>Kettles sing (<a href="/papers/one/" title="The &#x22;Title&#x22; of one" class="citation" aria-describedby="ref-one" id="cite-one">Adams, 2024</a>).</p>',
    );
  });

  it('names several papers in one pair of parentheses, over the end of a line too', async () => {
    const text = (await html('A [@one;\n@two] b.')).replace(/<[^>]*>/g, '');
    expect(text).toBe('A (Adams, 2024; Baker &#x3C;et al.>, 2023) b.');
  });

  it('has the id of its paper at the first mention only', async () => {
    const text = await html('A [@one]. B [@two; @one].\n\n- C [@one]\n');
    expect(text.match(/id="cite-one"/g)).toHaveLength(1);
    expect(text.indexOf('id="cite-one"')).toBeLessThan(text.indexOf('cite-two'));
    expect(text.match(/aria-describedby="ref-one"/g)).toHaveLength(3);
  });

  it('is set within emphasis, lists and tables', async () => {
    const text = await html('*A [@one]*\n\n- B [@one]\n\n| a |\n| - |\n| C [@one] |\n');
    expect(text.match(/class="citation"/g)).toHaveLength(3);
    expect(text).not.toContain('[@');
  });

  it.each(['[@nobody]', '[@one; @nobody]', '[@One]', '`[@one]`'])(
    'stays as it is written when it is %s',
    async (written) => {
      expect(await html(`A ${written}.`)).toContain(written.replaceAll('`', ''));
    },
  );
});

it('are not set within a link, however deep', async () => {
  const text = await html('[about **[@one]**](/topics/) and [see [@one]][there]\n\n[there]: /papers/');
  expect(text.match(/<a /g)).toHaveLength(2);
  expect(text).toContain('[@one]');
});

describe('headings of prose', () => {
  it('that hold a link lead where it leads', async () => {
    const { html: text } = await renderProse('## Of [kettles](/topics/kettles/) and *[cups](/cups/)*\n', targets);
    expect(text).toBe(
      '<h2 id="of-kettles-and-cups">Of <a href="/topics/kettles/">kettles</a> and <em><a href="/cups/">cups</a></em></h2>',
    );
  });

  it('have an id and a link to themselves', async () => {
    const { html: text, headings } = await renderProse('## Steam & air\n\n### More\n', targets);
    expect(text).toContain('<h2 id="steam--air"><a href="#steam--air">Steam &#x26; air</a></h2>');
    expect(headings.map(({ depth, slug }) => [depth, slug])).toEqual([
      [2, 'steam--air'],
      [3, 'more'],
    ]);
  });
});
