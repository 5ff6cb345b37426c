package org.triviumcrm.support.mail;

/** How the conversation with a mailbox's server is protected. */
enum MailboxSecurity {
    /** From the first word, usually at port 993. */
    TLS,
    /** After the first words, usually at port 143; refused when the server does not offer it. */
    STARTTLS,
    /** Not at all: everybody on the way reads along. */
    NONE
}
