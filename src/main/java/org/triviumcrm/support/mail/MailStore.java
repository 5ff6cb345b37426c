package org.triviumcrm.support.mail;

import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps mails as they came, before anything is made of them. */
@Component
class MailStore {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SUBJECT = 300;

    private final InboundRepository mails;
    private final Clock clock;

    MailStore(InboundRepository mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * In the caller's transaction. The same Message-ID is one mail, however often and into however many mailboxes it comes; another
     * mail that has it as well goes to a person.
     *
     * @param reason null to have it read, else why a person has to decide
     * @return false when it is there already
     */
    boolean keep(@Nullable Long mailboxId, byte[] raw, @Nullable TrayReason reason) {
        MailHeaders headers = MailHeaders.of(raw);
        String id = headers.id();
        String whole = sha256(raw);
        InboundRepository.Arrival arrival =
                arrival(mailboxId, headers, id == null ? whole : sha256(id.getBytes(StandardCharsets.UTF_8)), reason);
        if (mails.add(arrival, raw, clock.instant()).isPresent()) {
            return true;
        }
        return mails.isOther(arrival)
                && mails.add(arrival(mailboxId, headers, whole, TrayReason.SAME_ID), raw, clock.instant())
                        .isPresent();
    }

    private static InboundRepository.Arrival arrival(
            @Nullable Long mailboxId, MailHeaders headers, String key, @Nullable TrayReason reason) {
        Optional<InternetAddress> from = headers.address("From");
        return new InboundRepository.Arrival(
                mailboxId,
                key,
                from.map(InternetAddress::getAddress).orElse(null),
                from.map(InternetAddress::getPersonal)
                        .map(name -> cut(MailHeaders.decoded(name), LONGEST_NAME))
                        .orElse(null),
                cut(headers.text("Subject"), LONGEST_SUBJECT),
                reason);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
