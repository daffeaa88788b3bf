/** What we use of MJML, which has no types of its own. */
declare module 'mjml' {
  export default function mjml2html(
    source: string,
    options: Readonly<{ validationLevel: 'strict'; keepComments: boolean; fonts: Readonly<Record<string, string>> }>,
  ): Promise<Readonly<{ html: string; errors: readonly Readonly<{ formattedMessage: string }>[] }>>;
}
