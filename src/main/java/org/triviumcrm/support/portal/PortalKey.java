package org.triviumcrm.support.portal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** What stands in the address that a letter names: nobody guesses it, and who reads the database does not learn it. */
final class PortalKey {

    /** Of its text in an address. */
    static final String PATTERN = "[A-Za-z0-9_-]{43}";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PortalKey() {}

    static String make() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
