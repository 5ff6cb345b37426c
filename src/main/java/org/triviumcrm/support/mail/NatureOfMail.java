package org.triviumcrm.support.mail;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells by its headers who has sent a mail (RFC 3834, 3464, 2919, and what programs do that know none of them). When in doubt it was
 * a program: a person loses an acknowledgement by that, a program begins a loop.
 */
final class NatureOfMail {

    private static final Pattern MAIL_SERVER = Pattern.compile("(?i)(mailer-daemon|postmaster)@.*");
    private static final Pattern AWAY = Pattern.compile(
            "(?iu)(automatic reply|auto(matic)?[- ]?repl(y|ied)|autoreply|out of (the )?office|automatische antwort|"
                    + "abwesenheitsnotiz|réponse automatique|自动回复|自動回覆|自動返信)\\b?.*");
    private static final List<String> ROBOTS =
            List.of("X-Autoreply", "X-Autorespond", "X-Auto-Reply", "X-Auto-Respond", "X-AutoReply-From");

    private NatureOfMail() {}

    /** @param report whether it holds what a mail server says of one that it could not bring */
    static MailNature of(MailHeaders headers, String from, boolean report) {
        if (report || MAIL_SERVER.matcher(from).matches()) {
            return MailNature.BOUNCE;
        }
        String submitted = headers.word("Auto-Submitted");
        String precedence = headers.word("Precedence");
        if (submitted.startsWith("auto-replied")
                || precedence.contains("auto_reply")
                || headers.word("Return-Path").replace(" ", "").equals("<>")
                || ROBOTS.stream().anyMatch(headers::has)
                || AWAY.matcher(headers.text("Subject")).matches()) {
            return MailNature.AUTO_REPLY;
        }
        boolean generated = !submitted.isEmpty() && !submitted.startsWith("no");
        if (generated && headers.has("In-Reply-To")) {
            return MailNature.AUTO_REPLY;
        }
        if (headers.has("List-Id") || headers.has("List-Unsubscribe") || precedence.matches("bulk|list|junk")) {
            return MailNature.LIST;
        }
        return generated ? MailNature.GENERATED : MailNature.PERSON;
    }

    /** Whether the sender asks programs not to answer. */
    static boolean isQuiet(MailHeaders headers) {
        String wanted = headers.word("X-Auto-Response-Suppress");
        return !wanted.isEmpty() && !wanted.equals("none");
    }
}
