import { createTransport, type Transporter } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js';
import type { Database } from '../database/database.js';
import { systemActor } from '../database/tx.js';

/** A message to one person. Names and addresses stay apart, so a name cannot add a recipient. */
export type Mail = {
  /** The same on every attempt, so that a receiver can know a repetition. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
};

export abstract class Mailer {
  /** @throws when the server did not take the message; the job tries again */
  abstract send(mail: Mail): Promise<void>;
  abstract close(): void;
}

/** Sends through a real SMTP server over a pool of connections. */
export class SmtpMailer extends Mailer {
  readonly #transport: Transporter;

  constructor(
    smtpUrl: string,
    private readonly from: string,
  ) {
    super();
    this.#transport = createTransport({
      url: smtpUrl,
      pool: true,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as SMTPPool.Options);
  }

  async send(mail: Mail): Promise<void> {
    await this.#transport.sendMail({
      from: this.from,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      messageId: mail.messageId,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }

  close(): void {
    this.#transport.close();
  }
}

/** Keeps mail in the database where a demo can show it. Counts repetitions instead of hiding them. */
export class CatchingMailer extends Mailer {
  constructor(private readonly database: Database) {
    super();
  }

  async send(mail: Mail): Promise<void> {
    await this.database.transaction(systemActor, (tx) =>
      tx.manager.query(
        `insert into platform.caught_mail as caught (message_id, recipient, subject, body, caught_at)
         values ($1, $2, $3, $4, $5)
         on conflict (message_id) do update set deliveries = caught.deliveries + 1`,
        [mail.messageId, mail.to.address, mail.subject, mail.text, tx.now],
      ),
    );
  }

  close(): void {
    // nothing is held open
  }
}
