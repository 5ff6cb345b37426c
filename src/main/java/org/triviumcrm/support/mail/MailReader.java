package org.triviumcrm.support.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads mails. What is broken in one costs that part, not the mail. */
final class MailReader {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_REASON = 400;
    private static final Pattern DIAGNOSIS =
            Pattern.compile("(?im)^Diagnostic-Code:[ \\t]*([^\\n]*(?:\\n[ \\t][^\\n]*)*)");
    private static final Pattern CODE = Pattern.compile("(?im)^Status:[ \\t]*([\\d.]+)");

    private static final Session SESSION = Session.getInstance(lenient());

    private MailReader() {}

    private static Properties lenient() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty("mail.mime.ignoreunknownencoding", "true");
        return properties;
    }

    /** @throws MessagingException when nothing of it can be read */
    static ReadMail read(byte[] raw) throws MessagingException {
        MailHeaders headers = MailHeaders.of(raw);
        MailParts parts = new MailParts();
        parts.read(new MimeMessage(SESSION, MailHeaders.begun(raw)));
        Optional<InternetAddress> from = headers.address("From").or(() -> headers.address("Sender"));
        String address = from.map(InternetAddress::getAddress).orElse(null);
        String replyTo = headers.address("Reply-To")
                .map(InternetAddress::getAddress)
                .filter(other -> !other.equalsIgnoreCase(address))
                .orElse(null);
        MailNature nature = nature(headers, address == null ? "" : address, parts);
        String html = parts.html();
        return new ReadMail(
                headers.id(),
                address,
                from.map(InternetAddress::getPersonal)
                        .map(name -> cut(MailHeaders.decoded(name), LONGEST_NAME))
                        .orElse(null),
                replyTo,
                headers.recipients(),
                headers.answers(),
                cut(headers.text("Subject"), LONGEST_SUBJECT),
                parts.text(),
                html == null ? null : MailHtml.clean(html),
                parts.files(),
                nature,
                nature != MailNature.PERSON || NatureOfMail.isQuiet(headers),
                nature == MailNature.BOUNCE ? bounce(parts, headers) : null);
    }

    /** One that can't be read: its headers, and the rest as it came. */
    static ReadMail unread(byte[] raw) {
        MailHeaders headers = MailHeaders.of(raw);
        Optional<InternetAddress> from = headers.address("From");
        return new ReadMail(
                headers.id(),
                from.map(InternetAddress::getAddress).orElse(null),
                null,
                null,
                headers.recipients(),
                headers.answers(),
                cut(headers.text("Subject"), LONGEST_SUBJECT),
                MailText.of(raw, null),
                null,
                List.of(),
                MailNature.PERSON,
                true,
                null);
    }

    private static MailNature nature(MailHeaders headers, String from, MailParts parts) {
        MailNature nature = NatureOfMail.of(headers, from, parts.isReport());
        return nature == MailNature.PERSON && parts.isReceipt() ? MailNature.AUTO_REPLY : nature;
    }

    private static ReadMail.Bounce bounce(MailParts parts, MailHeaders headers) {
        String report = parts.report();
        return new ReadMail.Bounce(
                cut(reason(report, parts.text()), LONGEST_REASON), headers.all() + report + "\n" + parts.text());
    }

    private static String reason(String report, String text) {
        Matcher diagnosis = DIAGNOSIS.matcher(report);
        if (diagnosis.find()) {
            return diagnosis.group(1).replaceAll("\\s+", " ").strip();
        }
        Matcher code = CODE.matcher(report);
        return code.find() ? code.group(1) : text.replaceAll("\\s+", " ").strip();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
