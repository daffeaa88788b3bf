import { createTransport } from 'nodemailer';

/** Resolves where an SMTP server answers and takes us in (greeting, TLS, user and password); rejects with the reason. Sends nothing. */
export const canReach = async (url: string): Promise<void> => {
  const transport = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 10_000 });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
};
