package org.triviumcrm.messaging.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Speaks with the mail server, and tells exactly how far it came: only what was surely not taken may be sent again. */
@Component
class MailServer {

    private static final int REFUSED_FOR_GOOD = 500;
    private static final int REFUSED_FOR_NOW = 400;

    private final MailSettings settings;
    private final Letter notice;
    private final OutsideMail outside;

    MailServer(MailSettings settings, Letter notice, OutsideMail outside) {
        this.settings = settings;
        this.notice = notice;
        this.outside = outside;
    }

    /** What came of it. */
    enum Result {
        TAKEN,
        /** Whoever it comes from does not want it sent any more. */
        NOT_WANTED,
        /** No connection, or the server knows us not: nothing can be sent at present. */
        OUT_OF_REACH,
        REFUSED_FOR_NOW,
        REFUSED,
        /** The conversation broke off: it may have been taken. */
        UNKNOWN
    }

    /** @param reason what the server or the network said; null when it was taken */
    record Answer(Result result, @Nullable String reason) {}

    Answer send(OutboxMail mail, String to) {
        JavaMailSenderImpl sender = settings.sender();
        Session session = sender.getSession();
        Optional<MimeMessage> written;
        try {
            written = write(mail, to, session);
        } catch (MessagingException e) {
            return new Answer(Result.REFUSED, reason(e));
        }
        if (written.isEmpty()) {
            return new Answer(Result.NOT_WANTED, null);
        }
        MimeMessage message = written.get();
        Transport transport;
        try {
            transport = connect(sender, session);
        } catch (MessagingException e) {
            return new Answer(Result.OUT_OF_REACH, reason(e));
        }
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Answer(Result.TAKEN, null);
        } catch (SendFailedException e) {
            return new Answer(refusal(e), reason(e));
        } catch (MessagingException e) {
            return new Answer(Result.UNKNOWN, reason(e));
        } finally {
            close(transport);
        }
    }

    private Optional<MimeMessage> write(OutboxMail mail, String to, Session session) throws MessagingException {
        if (mail.content() instanceof OutboxMail.Outside letter) {
            return outside.write(letter, to, session);
        }
        OutboxMail.Notice told = (OutboxMail.Notice) mail.content();
        return Optional.of(notice.write(mail.id(), told, to, session));
    }

    private static Transport connect(JavaMailSenderImpl sender, Session session) throws MessagingException {
        Transport transport = session.getTransport(sender.getProtocol() == null ? "smtp" : sender.getProtocol());
        String user = sender.getUsername();
        String password = sender.getPassword();
        boolean named = user != null && !user.isEmpty();
        transport.connect(
                sender.getHost(), sender.getPort(), named ? user : null, named && password != null ? password : null);
        return transport;
    }

    /** The server's own code tells; without one nobody knows. */
    private static Result refusal(SendFailedException failure) {
        int code = 0;
        for (Exception next = failure;
                next != null;
                next = next instanceof MessagingException m ? m.getNextException() : null) {
            code = Math.max(code, code(next));
        }
        if (code >= REFUSED_FOR_GOOD) {
            return Result.REFUSED;
        }
        return code >= REFUSED_FOR_NOW ? Result.REFUSED_FOR_NOW : Result.UNKNOWN;
    }

    private static int code(Exception failure) {
        if (failure instanceof SMTPSendFailedException send) {
            return send.getReturnCode();
        }
        if (failure instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        return failure instanceof SMTPSenderFailedException sender ? sender.getReturnCode() : 0;
    }

    /** In one line. A refused sign-in is not quoted: servers may repeat what they were told. */
    private static String reason(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return "The server has refused the user name or the password";
        }
        Throwable cause = e;
        while (cause instanceof MessagingException m && m.getNextException() != null) {
            cause = m.getNextException();
        }
        String text = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return text.replaceAll("\\s+", " ").strip();
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // what the server has said about the message counts
        }
    }
}
