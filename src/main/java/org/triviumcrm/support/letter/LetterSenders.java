package org.triviumcrm.support.letter;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From whom letters about tickets come, so that answers come to where they are read. */
@Component
public class LetterSenders {

    private final LetterSenderRepository mailboxes;
    private final TicketTokens tokens;

    LetterSenders(LetterSenderRepository mailboxes, TicketTokens tokens) {
        this.mailboxes = mailboxes;
        this.tokens = tokens;
    }

    /**
     * Who a letter comes from.
     *
     * @param address null for the one of the installation, when there is no mailbox
     * @param replyTo with the token of the ticket, where the mailbox's server brings such; else null
     */
    public record Sender(
            @Nullable String address,
            @Nullable String name,
            @Nullable String replyTo) {}

    public Sender of(long ticketId) {
        return mailboxes
                .find(ticketId)
                .map(box -> new Sender(
                        box.address(), box.name(), box.plusAddresses() ? plus(box.address(), ticketId) : null))
                .orElse(new Sender(null, null, null));
    }

    private String plus(String address, long ticketId) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at) + "+" + tokens.get().write(ticketId, 0) + address.substring(at);
    }
}
