/** What LaTeX's macros stand for, so far as running text of abstracts needs it. */

function table(rows: string): ReadonlyMap<string, string> {
  return new Map(
    rows
      .trim()
      .split(/\s+/)
      .map((row) => {
        const at = row.indexOf('=', 1);
        return [row.slice(0, at), row.slice(at + 1)];
      }),
  );
}

/** Symbols of mathematics by macro name. */
export const mathSymbols = table(`
  alpha=α beta=β gamma=γ delta=δ epsilon=ϵ varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ iota=ι kappa=κ lambda=λ mu=μ
  nu=ν xi=ξ pi=π rho=ρ sigma=σ tau=τ upsilon=υ phi=φ varphi=φ chi=χ psi=ψ omega=ω
  Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Upsilon=Υ Phi=Φ Psi=Ψ Omega=Ω
  times=× cdot=· div=÷ pm=± mp=∓ ast=∗ star=⋆ circ=∘ bullet=• oplus=⊕ otimes=⊗ odot=⊙
  leq=≤ le=≤ leqslant=≤ geq=≥ ge=≥ geqslant=≥ neq=≠ ne=≠ ll=≪ gg=≫ lt=< gt=> approx=≈ sim=~ simeq=≃ equiv=≡ propto=∝
  rightarrow=→ to=→ leftarrow=← leftrightarrow=↔ uparrow=↑ downarrow=↓ Rightarrow=⇒ Leftarrow=⇐ Leftrightarrow=⇔
  longrightarrow=⟶ mapsto=↦ nearrow=↗ searrow=↘ infty=∞ partial=∂ nabla=∇ sum=∑ prod=∏ int=∫ forall=∀ exists=∃ in=∈ notin=∉
  subset=⊂ subseteq=⊆ cup=∪ cap=∩ emptyset=∅ setminus=∖ wedge=∧ vee=∨ neg=¬ ell=ℓ hbar=ℏ Re=ℜ Im=ℑ prime=′ degree=°
  langle=⟨ rangle=⟩ lfloor=⌊ rfloor=⌋ lceil=⌈ rceil=⌉ mid=| vert=| Vert=‖ perp=⊥ parallel=∥ triangle=△ checkmark=✓
  ldots=… dots=… cdots=⋯ dagger=† ddagger=‡ log=log ln=ln exp=exp max=max min=min sup=sup inf=inf arg=arg softmax=softmax
`);

/** Symbols of running text by macro name. */
export const textSymbols = table(`
  ss=ß o=ø O=Ø l=ł L=Ł ae=æ AE=Æ oe=œ OE=Œ aa=å AA=Å i=ı j=ȷ S=§ P=¶ copyright=© pounds=£ euro=€ textregistered=®
  texttrademark=™ textdegree=° textmu=µ texttimes=× textpm=± textless=< textgreater=> textbar=| textbackslash=\\
  textasciitilde=~ textasciicircum=^ textunderscore=_ textbraceleft={ textbraceright=} textdollar=$ textendash=– textemdash=—
  item=• textquoteleft=‘ textquoteright=’ textquotedblleft=“ textquotedblright=” textellipsis=… LaTeX=LaTeX TeX=TeX BibTeX=BibTeX
  eg=e.g. Eg=E.g. ie=i.e. Ie=I.e. etal=et\u00a0al. etc=etc. cf=cf. vs=vs. wrt=w.r.t. aka=a.k.a. iid=i.i.d.
`);

/** Combining characters by accent macro: \\'e, \\"{o}, \\c{c}. */
export const accents: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "'": '\u0301', '`': '\u0300', '^': '\u0302', '"': '\u0308', '~': '\u0303', '=': '\u0304', '.': '\u0307',
    u: '\u0306', v: '\u030c', H: '\u030b', c: '\u0327', d: '\u0323', b: '\u0331', k: '\u0328', r: '\u030a',
  }),
); // prettier-ignore

/** Macros whose one argument is set in another face. */
export const faces: ReadonlyMap<string, 'strong' | 'emphasis' | 'plain' | 'sub' | 'sup'> = new Map([
  ...['textbf', 'mathbf', 'bm', 'boldsymbol'].map((name) => [name, 'strong'] as const),
  ...['emph', 'textit', 'textsl', 'mathit'].map((name) => [name, 'emphasis'] as const),
  ...'textsc texttt textrm textsf textup textmd textnormal text mbox hbox underline uline url path mathrm mathcal mathbb mathsf mathtt operatorname textquote enquote'
    .split(' ')
    .map((name) => [name, 'plain'] as const),
  ['textsubscript', 'sub'],
  ['textsuperscript', 'sup'],
]);

/** Macros that leave nothing in running text, with the number of their arguments. */
export const silent: ReadonlyMap<string, number> = new Map([
  ...'xspace bf it tt sc em sl rm sf bfseries itshape ttfamily small footnotesize scriptsize tiny normalsize large Large centering noindent protect left right displaystyle textstyle limits nolimits'
    .split(' ')
    .map((name) => [name, 0] as const),
  ...'cite citep citet citealp citeauthor ref eqref autoref cref Cref label begin end color vspace hspace thanks'
    .split(' ')
    .map((name) => [name, 1] as const),
]);

/** Names authors give to the macro for their own system. */
export const systemMacros: ReadonlySet<string> = new Set(
  'sysname systemname system sys ours our oursys oursystem oursname ourname name names method methodname methodnames ourmethod ourmodel model modelname approach approachname ourapproach framework frameworkname tool toolname projectname papername alg algname algo algorithmname solution'.split(
    ' ',
  ),
);

const SUBSCRIPTS = scripts('0123456789+-=()aehijklmnoprstuvxβγρφχ', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ');
const SUPERSCRIPTS = scripts(
  '0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW′*∘†‡⋆∗',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ′*°†‡⋆∗',
);

function scripts(from: string, to: string): ReadonlyMap<string, string> {
  const targets = Array.from(to);
  return new Map(Array.from(from).map((character, index) => [character, targets[index] ?? character]));
}

/** A subscript in Unicode where every character has one; else on the line ("π0.5"). */
export function plainSubscript(text: string): string {
  return mapAll(text, SUBSCRIPTS) ?? text;
}

/** A superscript in Unicode where every character has one; else behind a caret. */
export function plainSuperscript(text: string): string {
  return mapAll(text, SUPERSCRIPTS) ?? `^${text}`;
}

function mapAll(text: string, map: ReadonlyMap<string, string>): string | null {
  const mapped = Array.from(text, (character) => map.get(character));
  return mapped.every((character) => character !== undefined) ? mapped.join('') : null;
}
