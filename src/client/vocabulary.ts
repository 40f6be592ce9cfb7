/** The terms of the survey, for words that no page has. */

/** Most frequent first; rejects when the file cannot be loaded or is none. */
export async function loadVocabulary(url: string): Promise<readonly string[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const body: unknown = await response.json();
  if (!Array.isArray(body)) throw new Error(`${url} holds no terms`);
  return body.filter((term) => typeof term === 'string');
}
