package org.triviumcrm.support.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.messaging.Letters;
import org.triviumcrm.support.letter.ReplyPost;
import org.triviumcrm.support.letter.TicketToken;
import org.triviumcrm.support.letter.TicketTokens;
import org.triviumcrm.support.mail.InboundRepository.Taken;

/**
 * Reads the mails that have come and gives each its place: one transaction a mail, which one node holds, so each becomes one thing
 * once. What goes wrong several times waits for a person.
 */
@Component
class MailIntake {

    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration WHILE = Duration.ofHours(1);

    /** Nobody writes that many mails in an hour. */
    private static final int FLOOD = 60;

    private static final Logger LOG = LoggerFactory.getLogger(MailIntake.class);

    private final InboundRepository mails;
    private final KnownRepository known;
    private final MailFiling filing;
    private final Acknowledgements acknowledgements;
    private final TicketTokens tokens;
    private final Letters letters;
    private final ReplyPost replies;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MailIntake(
            InboundRepository mails,
            KnownRepository known,
            MailFiling filing,
            Acknowledgements acknowledgements,
            TicketTokens tokens,
            Letters letters,
            ReplyPost replies,
            TransactionTemplate transactions,
            Clock clock) {
        this.mails = mails;
        this.known = known;
        this.filing = filing;
        this.acknowledgements = acknowledgements;
        this.tokens = tokens;
        this.letters = letters;
        this.replies = replies;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All that is due. */
    void readDue() {
        boolean more = true;
        while (more) {
            more = readNext();
        }
    }

    private boolean readNext() {
        AtomicReference<Taken> held = new AtomicReference<>();
        try {
            transactions.executeWithoutResult(
                    status -> mails.next(clock.instant()).ifPresent(mail -> {
                        held.set(mail);
                        place(mail);
                    }));
        } catch (RuntimeException e) {
            Taken mail = held.get();
            if (mail == null) {
                throw e;
            }
            LOG.error("Mail {} could not be given its place", mail.id(), e);
            transactions.executeWithoutResult(status -> putOff(mail));
        }
        return held.get() != null;
    }

    private void putOff(Taken mail) {
        if (mail.attempts() + 1 >= ATTEMPTS) {
            mails.toTray(mail.id(), TrayReason.FAILED);
        } else {
            mails.tryAgain(mail.id(), clock.instant().plus(PAUSE.multipliedBy(mail.attempts() + 1L)));
        }
    }

    private void place(Taken taken) {
        ReadMail mail;
        try {
            mail = MailReader.read(mails.raw(taken.id()));
        } catch (MessagingException | RuntimeException e) {
            LOG.warn("Mail {} can't be read", taken.id(), e);
            mails.toTray(taken.id(), TrayReason.UNREADABLE);
            return;
        }
        List<String> own = ownAddresses();
        ReadMail seen = mail.withoutAnswersTo(own);
        TicketToken token = tokens.get();
        Optional<TicketToken.Named> returned = returned(seen, token);
        Optional<Long> ticket =
                returned.map(TicketToken.Named::ticketId).or(() -> new Threading(token, known::ticketOf).find(seen));
        Sorting.Known facts =
                new Sorting.Known(isOwn(seen, own, token), isFlood(taken, seen), ticket.flatMap(known::place));
        Sorting.Fate fate = Sorting.decide(seen, facts);
        if (fate instanceof Sorting.Kept kept) {
            mails.toTray(taken.id(), kept.reason());
        } else if (fate instanceof Sorting.Opened opened) {
            open(taken, seen, opened);
        } else if (fate instanceof Sorting.Added added) {
            returned.ifPresent(letter -> comeBack(letter, seen));
            long message = filing.add(facts.place().orElseThrow(), seen, added.quiet());
            mails.done(taken.id(), message, null, clock.instant());
        }
    }

    private void open(Taken taken, ReadMail mail, Sorting.Opened opened) {
        Mailbox mailbox = filing.mailbox(taken.mailboxId());
        Optional<Long> message = filing.open(mailbox, mail, opened.follows());
        if (message.isEmpty()) {
            mails.toTray(taken.id(), TrayReason.NO_QUEUE);
            return;
        }
        mails.done(taken.id(), message.get(), null, clock.instant());
        if (mailbox != null) {
            acknowledgements.acknowledge(taken.id(), mailbox, mail);
        }
    }

    /** The letter of ours that came back. */
    private static Optional<TicketToken.Named> returned(ReadMail mail, TicketToken token) {
        ReadMail.Bounce bounce = mail.bounced();
        return bounce == null ? Optional.empty() : token.read(bounce.returned());
    }

    private void comeBack(TicketToken.Named letter, ReadMail mail) {
        ReadMail.Bounce bounce = mail.bounced();
        if (bounce != null && letter.letter() != 0) {
            replies.returned(letter.letter(), bounce.reason());
        }
    }

    private boolean isOwn(ReadMail mail, List<String> own, TicketToken token) {
        String from = mail.address();
        String id = mail.internetId();
        return from != null && own.contains(from.toLowerCase(Locale.ROOT))
                || id != null && token.read(id).isPresent();
    }

    private boolean isFlood(Taken taken, ReadMail mail) {
        String from = mail.from();
        return from != null && mails.before(taken.id(), from, clock.instant().minus(WHILE), FLOOD) >= FLOOD;
    }

    private List<String> ownAddresses() {
        List<String> own = new ArrayList<>(known.ownAddresses());
        String sender = letters.sender();
        if (sender != null) {
            own.add(sender.toLowerCase(Locale.ROOT));
        }
        return own;
    }
}
