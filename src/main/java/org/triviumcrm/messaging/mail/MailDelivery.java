package org.triviumcrm.messaging.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.messaging.mail.MailServer.Answer;

/**
 * Sends what is in the outbox. An e-mail is taken (committed) before the server is spoken to, and what became of it is noted
 * afterwards: so two nodes never send the same one, and one whose node dies in between stays as it is until a person decides. It is
 * sent again by itself only when the server has said that it did not take it, or could not be reached.
 */
@Component
class MailDelivery {

    /** Pauses before the second attempt, the third and so on; then it has failed. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(24));

    /** Longer than any conversation with a server whose every answer may take half a minute. */
    static final Duration DEAD = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);

    private final OutboxRepository outbox;
    private final MailServer server;
    private final OutsideMail outside;
    private final MailSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MailDelivery(
            OutboxRepository outbox,
            MailServer server,
            OutsideMail outside,
            MailSettings settings,
            TransactionTemplate transactions,
            Clock clock) {
        this.outbox = outbox;
        this.server = server;
        this.outside = outside;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** All that is due, until the server is out of reach. */
    void deliverDue() {
        Instant now = clock.instant();
        giveUp(now);
        boolean reachable = settings.isReady();
        while (reachable) {
            Optional<OutboxMail> mail = outbox.claim(clock.instant());
            if (mail.isEmpty()) {
                return;
            }
            reachable = attempt(mail.get());
        }
    }

    /** Those of nodes that died. */
    private void giveUp(Instant now) {
        List<OutboxMail> lost = outbox.giveUp(now.minus(DEAD), now);
        if (!lost.isEmpty()) {
            LOG.warn("{} e-mails may have been sent or not; see the page of e-mails", lost.size());
        }
        lost.forEach(this::tell);
    }

    /** This one now, if it waits. */
    void deliver(long id) {
        if (settings.isReady()) {
            outbox.claim(id, clock.instant()).ifPresent(this::attempt);
        }
    }

    /** False when the server is out of reach. */
    private boolean attempt(OutboxMail mail) {
        String to = mail.email();
        if (to == null) {
            outbox.settle(mail, MailState.DROPPED, null, clock.instant(), clock.instant());
            return true;
        }
        Answer answer;
        try {
            answer = server.send(mail, to);
        } catch (RuntimeException e) {
            LOG.error("E-mail {} can't be written", mail.id(), e);
            answer = new Answer(MailServer.Result.REFUSED, e.getClass().getSimpleName());
        }
        settle(mail, answer);
        return answer.result() != MailServer.Result.OUT_OF_REACH;
    }

    /** What became of the e-mail is noted, whatever comes of this. */
    private void tell(OutboxMail mail) {
        if (mail.content() instanceof OutboxMail.Outside letter) {
            try {
                transactions.executeWithoutResult(status -> outside.failed(letter));
            } catch (RuntimeException e) {
                LOG.error("Nobody was told that e-mail {} did not arrive", mail.id(), e);
            }
        }
    }

    private void settle(OutboxMail mail, Answer answer) {
        Instant now = clock.instant();
        boolean last = mail.attempts() > PAUSES.size();
        MailState state = switch (answer.result()) {
            case TAKEN -> MailState.SENT;
            case NOT_WANTED -> MailState.DROPPED;
            case REFUSED -> MailState.FAILED;
            case UNKNOWN -> MailState.UNCERTAIN;
            case OUT_OF_REACH, REFUSED_FOR_NOW -> last ? MailState.FAILED : MailState.WAITING;
        };
        Instant next = state == MailState.WAITING ? now.plus(PAUSES.get(mail.attempts() - 1)) : now;
        boolean noted = outbox.settle(mail, state, answer.reason(), next, now);
        if (noted && state.isTrouble()) {
            tell(mail);
        }
        if (state != MailState.SENT && state != MailState.DROPPED) {
            LOG.warn("E-mail {}, attempt {}: {}, {}", mail.id(), mail.attempts(), state, answer.reason());
        }
    }
}
