package org.triviumcrm.identity.signin;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A password that is easy to hand on: three groups of letters and digits that nobody mixes up. */
public final class ReadablePassword {

    private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    private ReadablePassword() {}

    /** Another one each time, from a source that nobody foresees. */
    public static String propose() {
        SecureRandom chance = new SecureRandom();
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> IntStream.range(0, GROUP)
                        .mapToObj(place -> "" + CHARACTERS.charAt(chance.nextInt(CHARACTERS.length())))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
