import { createTransport, type Transporter } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js';
import type { Tx } from '../database/tx.js';

/** A message to one person. Names and addresses stay apart, so a name cannot add a recipient. */
export type Mail = {
  /** The same on every attempt, so that a receiver can know a repetition. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
};

export abstract class Mailer {
  /**
   * @param tx the transaction that notes that the message left
   * @throws when the server did not take the message; the job tries again
   */
  abstract send(mail: Mail, tx: Tx): Promise<void>;
  abstract close(): void;
}

/**
 * Sends through a real SMTP server over a pool of connections. A process that dies between the server's
 * yes and the commit sends again under the same message id: no protocol closes that gap.
 */
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

/**
 * Keeps mail in the database where a demo can show it, in the transaction that notes that it left:
 * a process that dies has sent it once or not at all. Counts repetitions instead of hiding them.
 */
export class CatchingMailer extends Mailer {
  async send(mail: Mail, tx: Tx): Promise<void> {
    await tx.manager.query(
      `insert into platform.caught_mail as caught (message_id, recipient, subject, body, caught_at)
       values ($1, $2, $3, $4, $5)
       on conflict (message_id) do update set deliveries = caught.deliveries + 1`,
      [mail.messageId, mail.to.address, mail.subject, mail.text, tx.now],
    );
  }

  close(): void {
    // nothing is held open
  }
}
