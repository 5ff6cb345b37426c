package org.triviumcrm.support.mail;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail, read as well as it can be.
 *
 * @param internetId its Message-ID without brackets, null when it has none
 * @param from address of the sender, null when there is none that can be understood
 * @param fromName how the sender is called
 * @param replyTo where the sender wants answers, null for the sender's address
 * @param recipients every address that it has come to, as written
 * @param answers the Message-IDs of what it answers, the nearest first
 * @param text what it says, from its HTML when it has no other
 * @param html cleaned; null when it came as plain text only
 * @param quiet whether it must not be answered by a program
 * @param bounced of a bounce: what the server says, and what came back, as far as it can be read
 */
record ReadMail(
        @Nullable String internetId,
        @Nullable String from,
        @Nullable String fromName,
        @Nullable String replyTo,
        List<String> recipients,
        List<String> answers,
        String subject,
        String text,
        @Nullable String html,
        List<ReadPart> parts,
        MailNature nature,
        boolean quiet,
        @Nullable Bounce bounced) {

    ReadMail {
        recipients = List.copyOf(recipients);
        answers = List.copyOf(answers);
        parts = List.copyOf(parts);
    }

    /** @param returned headers and text of what came back */
    record Bounce(String reason, String returned) {}

    /** Answers to these addresses would come back to ourselves: they go to the sender. */
    ReadMail withoutAnswersTo(Collection<String> own) {
        String wanted = replyTo;
        return wanted == null || !own.contains(wanted.toLowerCase(Locale.ROOT))
                ? this
                : new ReadMail(
                        internetId,
                        from,
                        fromName,
                        null,
                        recipients,
                        answers,
                        subject,
                        text,
                        html,
                        parts,
                        nature,
                        quiet,
                        bounced);
    }

    /** Whom an answer goes to. */
    @Nullable
    String address() {
        return replyTo == null ? from : replyTo;
    }
}
