import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

export type SmtpSettings = Readonly<{
  connection: SMTPConnectionOptions;
  login?: Readonly<{ user: string; pass: string }>;
}>;

/** What an address such as `smtp://user:password@host:587?ignoreTLS=true` says. */
export const settingsOf = (text: string): SmtpSettings => {
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  const ignoreTLS = url.searchParams.get('ignoreTLS') === 'true';
  return {
    connection: {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
      secure,
      // A relay on this machine or in a lab has no certificate that anybody could check.
      ignoreTLS,
      // A password crosses in clear only where that was asked for.
      requireTLS: url.searchParams.get('requireTLS') === 'true' || (url.username !== '' && !ignoreTLS),
    },
    ...(url.username !== '' && {
      login: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
  };
};
