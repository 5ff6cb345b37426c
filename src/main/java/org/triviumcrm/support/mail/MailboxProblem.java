package org.triviumcrm.support.mail;

/** What can be wrong with a mailbox. */
enum MailboxProblem {
    /** Nobody knows a server of this name. */
    HOST,
    /** Nothing listens at that port. */
    REFUSED,
    /** The server says nothing. */
    TIMEOUT,
    /** The certificate is not trusted or is another's, or the server speaks without protection at this port. */
    TLS,
    /** The server does not take the user and password. */
    SIGN_IN,
    FOLDER,
    /** No password has been entered. */
    NO_PASSWORD,
    /** The password can't be decrypted any more. */
    OTHER_KEY,
    OTHER
}
