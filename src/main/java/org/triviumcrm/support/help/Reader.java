package org.triviumcrm.support.help;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A mark of a reader without a name: the same reader has the same one, and nobody is told from it. */
record Reader(String place, String mark) {

    private static final int HALF = 32;

    /** @param address of the net that a request came from; @param browser as it calls itself */
    static Reader of(String secret, String address, String browser) {
        String place = hash(secret + address);
        return new Reader(place, place + hash(secret + address + browser));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HALF);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
