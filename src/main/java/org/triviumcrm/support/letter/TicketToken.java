package org.triviumcrm.support.letter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The name of a ticket in a letter, signed so that nobody makes one up: in the Message-ID, which mail programs repeat when they
 * answer, and behind a plus in the address that answers go to, for programs that don't. Servers may change the case of both.
 */
public final class TicketToken {

    private static final String ALGORITHM = "HmacSHA256";
    /** Of the signature, in hexadecimal digits: enough that nobody guesses one. */
    private static final int LENGTH = 20;

    private static final Pattern TOKEN = Pattern.compile("ticket-([0-9]{1,18})-([0-9a-z]{1,12})-([0-9a-f]{20})");

    private final byte[] secret;

    public TicketToken(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** @param letter what tells it from other letters about the same ticket; 0 for an address */
    public String write(long ticketId, long letter) {
        String name = "ticket-" + ticketId + "-" + Long.toString(letter, Character.MAX_RADIX);
        return name + "-" + signature(name);
    }

    /** What a letter is about. @param letter the id of the message that it is; 0 for an address or an acknowledgement */
    public record Named(long ticketId, long letter) {}

    /** What the first genuine token in this text names; empty when there is none. */
    public Optional<Named> read(String text) {
        Matcher found = TOKEN.matcher(text.toLowerCase(Locale.ROOT));
        while (found.find()) {
            String name = "ticket-" + found.group(1) + "-" + found.group(2);
            byte[] wanted = signature(name).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(wanted, found.group(3).getBytes(StandardCharsets.UTF_8))) {
                return Optional.of(
                        new Named(Long.parseLong(found.group(1)), Long.parseLong(found.group(2), Character.MAX_RADIX)));
            }
        }
        return Optional.empty();
    }

    private String signature(String name) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return HexFormat.of()
                    .formatHex(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
