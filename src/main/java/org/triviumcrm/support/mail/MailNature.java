package org.triviumcrm.support.mail;

/** Who has sent a mail. */
enum MailNature {
    PERSON,
    /** A program that tells something by itself, such as a shop or a watchdog. */
    GENERATED,
    /** A program in place of a person who is away, or to say that a mail has come. */
    AUTO_REPLY,
    /** A mail server, because a letter of ours did not arrive. */
    BOUNCE,
    /** A mailing list or a newsletter. */
    LIST
}
