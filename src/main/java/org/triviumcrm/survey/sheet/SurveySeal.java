package org.triviumcrm.survey.sheet;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs numbers that go out and come back, so that nobody makes one up: personal links, files that were sent, when a page was opened. */
public final class SurveySeal {

    private static final String ALGORITHM = "HmacSHA256";
    /** Of the signature, in hexadecimal digits: enough that nobody guesses one. */
    private static final int LENGTH = 32;

    private static final Pattern SEALED = Pattern.compile("([0-9a-z]{1,13})\\.([0-9a-f]{32})");

    private final byte[] secret;

    SurveySeal(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** @param what the number is, such as {@code invitation}: the same number sealed as something else does not fit */
    public String write(String what, long number) {
        return Long.toString(number, Character.MAX_RADIX) + "." + signature(what + ":" + number);
    }

    /** Empty for what was not sealed here. */
    public Optional<Long> read(String what, String sealed) {
        Matcher parts = SEALED.matcher(sealed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            long number = Long.parseLong(parts.group(1), Character.MAX_RADIX);
            byte[] wanted = signature(what + ":" + number).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(wanted, parts.group(2).getBytes(StandardCharsets.UTF_8))
                    ? Optional.of(number)
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Says nothing of the text, and always the same. */
    public String mark(String text) {
        return signature("mark:" + text);
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return HexFormat.of()
                    .formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
