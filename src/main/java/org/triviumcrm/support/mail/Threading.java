package org.triviumcrm.support.mail;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.triviumcrm.support.letter.TicketToken;

/**
 * Finds the ticket that a mail belongs to: by the signed token in an address it was sent to, by that in the Message-ID of a letter that it
 * answers, by the Message-ID of any mail that is known. Never by its subject: everybody can write that.
 */
final class Threading {

    private final TicketToken token;
    private final Function<Collection<String>, Optional<Long>> known;

    /** @param known the ticket of the first of some Message-IDs that is known */
    Threading(TicketToken token, Function<Collection<String>, Optional<Long>> known) {
        this.token = token;
        this.known = known;
    }

    Optional<Long> find(ReadMail mail) {
        return named(mail.recipients()).or(() -> named(mail.answers())).or(() -> known.apply(mail.answers()));
    }

    private Optional<Long> named(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> token.read(text).stream())
                .map(TicketToken.Named::ticketId)
                .findFirst();
    }
}
