package org.triviumcrm.marketing.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What makes a lead that a form has sent suspicious. */
final class SpamGuard {

    /** A page stays open that long; a ticket that is older has been kept to be used again. */
    static final Duration OLDEST = Duration.ofHours(24);

    private SpamGuard() {}

    /**
     * @param fromAddress how many have come from the same address of the net in this hour, this one included
     * @param inAll how many have come by the key in this hour, this one included
     */
    static Optional<Suspicion> of(CaptureKey key, Captured sent, int fromAddress, int inAll, Instant now) {
        if (!sent.hidden().isEmpty()) {
            return Optional.of(Suspicion.HIDDEN_FIELD);
        }
        if (fromAddress > key.getPerAddress() || inAll > key.getPerHour()) {
            return Optional.of(Suspicion.TOO_OFTEN);
        }
        if (sent.excessive()) {
            return Optional.of(Suspicion.TOO_MUCH);
        }
        if (!sent.isSomebody()) {
            return Optional.of(Suspicion.NOBODY);
        }
        return key.getMinSeconds() == 0 ? Optional.empty() : byTime(key, sent, now);
    }

    private static Optional<Suspicion> byTime(CaptureKey key, Captured sent, Instant now) {
        Optional<Instant> opened = CaptureTicket.read(key.getSecret(), sent.ticket());
        if (opened.isEmpty()) {
            return Optional.of(Suspicion.NO_TICKET);
        }
        if (opened.get().plusSeconds(key.getMinSeconds()).isAfter(now)) {
            return Optional.of(Suspicion.TOO_FAST);
        }
        return opened.get().isBefore(now.minus(OLDEST)) ? Optional.of(Suspicion.TOO_OLD) : Optional.empty();
    }
}
