package org.triviumcrm.messaging.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.triviumcrm.messaging.notice.NoticeTexts;

/** Writes the e-mail for a notice: plain text and simple HTML, in the receiver's language. */
@Component
class Letter {

    private final NoticeTexts texts;
    private final MailSettings settings;
    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final Clock clock;

    Letter(NoticeTexts texts, MailSettings settings, MessageSource messages, ITemplateEngine templates, Clock clock) {
        this.texts = texts;
        this.settings = settings;
        this.messages = messages;
        this.templates = templates;
        this.clock = clock;
    }

    /** @param to address of the receiver */
    MimeMessage write(long id, OutboxMail.Notice mail, String to, Session session) throws MessagingException {
        String line = texts.line(mail.message(), mail.arguments(), mail.locale(), mail.zone());
        String url = settings.url(mail.link());
        String choice = settings.url("/account/notices");
        Context context = new Context(mail.locale());
        context.setVariable("line", line);
        context.setVariable("url", url);
        context.setVariable("choice", choice);
        String plain = messages.getMessage("messaging.letter.plain", new Object[] {line, url, choice}, mail.locale());
        InternetAddress from = Objects.requireNonNull(settings.address());
        MimeMessage message = new Numbered(session, "trivium-" + id + "@" + domain(from));
        MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom(from);
        helper.setTo(new InternetAddress(to, true));
        helper.setSubject(line);
        helper.setText(plain, templates.process("messaging/mail/letter", context));
        helper.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    private static String domain(InternetAddress from) {
        String address = from.getAddress();
        return address.substring(address.indexOf('@') + 1);
    }
}
