package org.triviumcrm.marketing.capture;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** When a page with a form was opened, signed so that nobody makes that up: the second and its signature. */
final class CaptureTicket {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern TICKET = Pattern.compile("(\\d{1,12})\\.([A-Za-z0-9_-]{43})");

    private CaptureTicket() {}

    static String write(String secret, Instant opened) {
        String second = Long.toString(opened.getEpochSecond());
        return second + "." + signature(secret, second);
    }

    /** Empty for a ticket that this key did not sign. */
    static Optional<Instant> read(String secret, String ticket) {
        Matcher parts = TICKET.matcher(ticket);
        if (!parts.matches()) {
            return Optional.empty();
        }
        byte[] wanted = signature(secret, parts.group(1)).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(wanted, parts.group(2).getBytes(StandardCharsets.UTF_8))
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(parts.group(1))))
                : Optional.empty();
    }

    private static String signature(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
