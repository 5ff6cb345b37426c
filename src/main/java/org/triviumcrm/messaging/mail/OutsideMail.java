package org.triviumcrm.messaging.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.triviumcrm.messaging.LetterSource;
import org.triviumcrm.messaging.OutsideLetter;

/** Turns letters to people outside into messages, as whoever they come from says. */
@Component
class OutsideMail {

    private static final String UTF_8 = "UTF-8";
    /** Servers cut longer lines, and so many are enough for every reader. */
    private static final int MOST_REFERENCES = 20;

    private final ObjectProvider<LetterSource> sources;
    private final MailSettings settings;
    private final Clock clock;

    OutsideMail(ObjectProvider<LetterSource> sources, MailSettings settings, Clock clock) {
        this.sources = sources;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty when it is not to be sent any more. @param to address of the receiver */
    Optional<MimeMessage> write(OutboxMail.Outside mail, String to, Session session) throws MessagingException {
        Optional<OutsideLetter> letter = source(mail).flatMap(source -> source.letter(mail.sourceId()));
        return letter.isEmpty() ? Optional.empty() : Optional.of(message(letter.get(), to, session));
    }

    /** Whoever it comes from knows that it does not arrive. */
    void failed(OutboxMail.Outside mail) {
        source(mail).ifPresent(source -> source.failed(mail.sourceId()));
    }

    private Optional<LetterSource> source(OutboxMail.Outside mail) {
        Map<String, LetterSource> known =
                sources.stream().collect(Collectors.toMap(LetterSource::key, Function.identity()));
        return Optional.ofNullable(known.get(mail.source()));
    }

    private MimeMessage message(OutsideLetter letter, String to, Session session) throws MessagingException {
        MimeMessage message = new Numbered(session, letter.id());
        MimeMessageHelper helper = new MimeMessageHelper(message, true, UTF_8);
        InternetAddress usual = Objects.requireNonNull(settings.address());
        helper.setFrom(named(letter.from() == null ? usual.getAddress() : letter.from(), letter.fromName(), usual));
        if (letter.replyTo() != null) {
            helper.setReplyTo(new InternetAddress(letter.replyTo(), true));
        }
        helper.setTo(new InternetAddress(to, true));
        helper.setSubject(letter.subject());
        helper.setText(letter.text(), letter.html());
        helper.setSentDate(Date.from(clock.instant()));
        for (OutsideLetter.Enclosure file : letter.enclosures()) {
            helper.addAttachment(file.name(), file.content(), file.contentType());
        }
        if (letter.inReplyTo() != null) {
            message.setHeader("In-Reply-To", letter.inReplyTo());
        }
        List<String> references = letter.references();
        if (!references.isEmpty()) {
            List<String> latest =
                    references.subList(Math.max(0, references.size() - MOST_REFERENCES), references.size());
            message.setHeader("References", String.join("\r\n ", latest));
        }
        if (letter.automatic()) {
            message.setHeader("Auto-Submitted", "auto-replied");
            message.setHeader("X-Auto-Response-Suppress", "All");
        }
        message.saveChanges();
        return message;
    }

    private static InternetAddress named(String address, @Nullable String name, InternetAddress usual)
            throws MessagingException {
        InternetAddress from = new InternetAddress(address, true);
        try {
            from.setPersonal(name == null && address.equals(usual.getAddress()) ? usual.getPersonal() : name, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return from;
    }
}
