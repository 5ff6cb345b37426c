package org.triviumcrm.support.mail;

import org.jspecify.annotations.Nullable;

/** A mailbox can't be read. */
class MailboxFailure extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500;

    private final MailboxProblem problem;

    /** @param detail what the server or the network says, null for nothing */
    MailboxFailure(MailboxProblem problem, @Nullable String detail) {
        super(detail == null ? "" : detail.replaceAll("\\s+", " ").strip());
        this.problem = problem;
    }

    MailboxProblem problem() {
        return problem;
    }

    /** Of the message that says what is wrong. */
    String key() {
        return "support.mailbox.problem." + problem;
    }

    String detail() {
        String text = String.valueOf(getMessage());
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
