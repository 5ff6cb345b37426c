package org.triviumcrm.support.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.support.mail.MailboxProgressRepository.Progress;

/**
 * Fetches what is new in the mailboxes. How far one has been read is noted with each mail that is kept, so nothing is lost or fetched
 * in vain when a node dies; should two nodes fetch at once, the second finds everything there.
 */
@Component
class MailFetch {

    /** In bytes: what no customer sends, and one mail of which a node has room for. */
    static final int LARGEST = 40 << 20;

    /** What a server has numbered anew may hold mails again of the last time before it was read. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(MailFetch.class);

    private final MailboxRepository mailboxes;
    private final MailboxProgressRepository progress;
    private final MailboxAlarm alarm;
    private final ImapServer server;
    private final MailStore store;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MailFetch(
            MailboxRepository mailboxes,
            MailboxProgressRepository progress,
            MailboxAlarm alarm,
            ImapServer server,
            MailStore store,
            TransactionTemplate transactions,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.progress = progress;
        this.alarm = alarm;
        this.server = server;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All mailboxes that are switched on; what is wrong with one does not touch the others. */
    void fetchAll() {
        for (Mailbox mailbox : mailboxes.findByActiveTrueOrderById()) {
            try {
                fetch(mailbox);
                progress.succeeded(mailbox.getId(), clock.instant());
            } catch (MailboxFailure e) {
                failed(mailbox, e);
            } catch (RuntimeException e) {
                LOG.error("Mailbox {} can't be read", mailbox.getAddress(), e);
                failed(mailbox, new MailboxFailure(MailboxProblem.OTHER, e.getMessage()));
            }
        }
    }

    private void failed(Mailbox mailbox, MailboxFailure failure) {
        LOG.warn("Mailbox {} can't be read: {} {}", mailbox.getAddress(), failure.problem(), failure.detail());
        progress.failed(mailbox.getId(), failure, clock.instant());
        alarm.raise(mailbox, failure);
    }

    private void fetch(Mailbox mailbox) throws MailboxFailure {
        server.open(mailbox, folder -> {
            fetch(mailbox, folder, (UIDFolder) folder);
            return true;
        });
    }

    private void fetch(Mailbox mailbox, Folder folder, UIDFolder numbered) throws MessagingException {
        Progress before = progress.find(mailbox.getId());
        long validity = numbered.getUIDValidity();
        Long known = before.validity();
        boolean first = known == null;
        boolean anew = known != null && known != validity;
        long last = first || anew ? 0 : before.lastUid();
        boolean fromNow = first && !mailbox.isFromStart();
        // servers tell the second in which a mail came
        Instant since = fromNow
                ? mailbox.getCreatedAt().truncatedTo(ChronoUnit.SECONDS)
                : anew && before.readAt() != null ? before.readAt().minus(OVERLAP) : Instant.EPOCH;
        long end = lastUid(folder, numbered);
        Message[] messages = fromNow
                ? folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(since)))
                : numbered.getMessagesByUID(last + 1, UIDFolder.LASTUID);
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        profile.add(FetchProfile.Item.ENVELOPE);
        folder.fetch(messages, profile);
        for (Message message : messages) {
            long uid = numbered.getUID(message);
            // a server answers with its last mail when there are none that high
            if (uid > last) {
                keep(mailbox, message, since, validity, uid);
            }
        }
        if (first) {
            progress.advance(mailbox.getId(), validity, end);
        }
    }

    private static long lastUid(Folder folder, UIDFolder numbered) throws MessagingException {
        int count = folder.getMessageCount();
        return count == 0 ? 0 : numbered.getUID(folder.getMessage(count));
    }

    private void keep(Mailbox mailbox, Message message, Instant since, long validity, long uid)
            throws MessagingException {
        Date received = message.getReceivedDate();
        boolean old = received != null && received.toInstant().isBefore(since);
        boolean large = message.getSize() > LARGEST;
        byte[] raw = old ? null : large ? headers(message) : whole(message);
        transactions.executeWithoutResult(status -> {
            if (raw != null) {
                store.keep(mailbox.getId(), raw, large ? TrayReason.TOO_LARGE : null);
            }
            progress.advance(mailbox.getId(), validity, uid);
        });
    }

    /** Null when somebody has taken it out of the mailbox in the meantime. */
    private static byte @Nullable [] whole(Message message) throws MessagingException {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessageRemovedException e) {
            return null;
        } catch (IOException e) {
            throw new MessagingException(e.getMessage(), e);
        }
    }

    private static byte[] headers(Message message) throws MessagingException {
        StringBuilder text = new StringBuilder();
        Enumeration<String> lines = ((jakarta.mail.internet.MimeMessage) message).getAllHeaderLines();
        while (lines.hasMoreElements()) {
            text.append(lines.nextElement()).append("\r\n");
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
