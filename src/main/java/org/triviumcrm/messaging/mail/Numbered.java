package org.triviumcrm.messaging.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** The same e-mail has the same id, whoever sends it and how often: servers and readers can tell. */
final class Numbered extends MimeMessage {

    private final String id;

    /** @param id what stands between the angle brackets */
    Numbered(Session session, String id) {
        super(session);
        this.id = "<" + id + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
