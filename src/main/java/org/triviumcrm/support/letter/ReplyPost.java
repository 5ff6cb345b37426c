package org.triviumcrm.support.letter;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.triviumcrm.messaging.Letters;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.letter.ReplyRepository.Held;
import org.triviumcrm.support.letter.ReplyRepository.Receiver;

/** Brings replies on their way to the customer, in the caller's transaction, whose business it is who may. */
@Component
public class ReplyPost {

    private static final String BY_MAIL = "MAIL";

    private final ReplyRepository replies;
    private final Letters letters;
    private final TicketTokens tokens;
    private final ReplyLetters source;
    private final Clock clock;

    ReplyPost(ReplyRepository replies, Letters letters, TicketTokens tokens, ReplyLetters source, Clock clock) {
        this.replies = replies;
        this.letters = letters;
        this.tokens = tokens;
        this.source = source;
        this.clock = clock;
    }

    /** Whether this installation sends mails. */
    public boolean canLeave() {
        return letters.canLeave();
    }

    /** Leaves when it is due, if it can; in any case the reply says from now on how it stands. */
    public void post(long ticketId, long messageId, Instant due) {
        Receiver receiver = replies.receiver(ticketId);
        String address = receiver.address();
        if (address == null) {
            replies.note(messageId, DeliveryState.NO_ADDRESS.name(), null, null);
        } else if (!letters.canLeave()) {
            replies.note(messageId, DeliveryState.NO_SERVER.name(), null, null);
        } else {
            long mail = letters.post(ReplyLetters.KEY, messageId, address, receiver.name(), due);
            replies.note(messageId, BY_MAIL, mail, internetId(ticketId, messageId));
        }
    }

    /** It never leaves. False when it is on its way already. */
    public boolean recall(long ticketId, long messageId) {
        Long mail = replies.hold(ticketId, messageId).map(Held::mailId).orElse(null);
        return mail == null || letters.recall(mail);
    }

    /**
     * Leaves now, to where the customer is reached as things are.
     *
     * @return false when it can't, or need not
     * @throws NotFound when there is no such reply that was ever to leave
     */
    public boolean send(long ticketId, long messageId) {
        Held reply = replies.hold(ticketId, messageId).orElseThrow(NotFound::new);
        Receiver receiver = replies.receiver(ticketId);
        Delivery now = delivery(ticketId, messageId).orElseThrow(NotFound::new);
        if (receiver.address() == null || !letters.canLeave() || !now.state().mayBeSent()) {
            return false;
        }
        Long mail = reply.mailId();
        if (mail != null) {
            return letters.sendAgain(mail, receiver.address(), receiver.name());
        }
        post(ticketId, messageId, clock.instant());
        return true;
    }

    /**
     * A letter has come back.
     *
     * @param reason what the mail server of the customer says
     */
    public void returned(long messageId, String reason) {
        replies.mail(messageId).ifPresent(mail -> letters.returned(mail, reason));
        source.failed(messageId);
    }

    public Optional<Delivery> delivery(long ticketId, long messageId) {
        return replies.delivery(ticketId, messageId, letters.canLeave(), clock.instant());
    }

    private String internetId(long ticketId, long messageId) {
        String sender = letters.sender();
        String domain = sender == null ? "trivium.invalid" : sender.substring(sender.indexOf('@') + 1);
        return tokens.get().write(ticketId, messageId) + "@" + domain;
    }
}
