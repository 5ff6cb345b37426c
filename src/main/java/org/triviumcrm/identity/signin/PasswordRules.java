package org.triviumcrm.identity.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Which passwords are good enough: long ones that neither a list of common ones nor the own name gives away. */
@Component
public class PasswordRules {

    public static final int SHORTEST = 10;
    public static final int LONGEST = 128;

    /** Below this a name is too short to say that a password is made of it. */
    private static final int TELLING = 4;

    private static final String DISGUISED = "@4013$5!7";
    private static final String PLAIN = "aaoiessit";

    private final Set<String> common;

    PasswordRules() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("passwords/common.txt").getInputStream(), StandardCharsets.UTF_8))) {
            common = lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The message key of what is wrong with a password, if anything.
     *
     * @param own sign-in name, name and company, none of which makes a password
     */
    public Optional<String> refuse(String password, Collection<String> own) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("identity.password.short");
        }
        if (length > LONGEST) {
            return Optional.of("identity.password.long");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (isCommon(lower) || lower.codePoints().distinct().count() < 4) {
            return Optional.of("identity.password.common");
        }
        String letters = letters(lower);
        boolean fromName = own.stream()
                .map(PasswordRules::letters)
                .filter(name -> name.length() >= TELLING)
                .anyMatch(name -> letters.contains(name) && letters.length() - name.length() < SHORTEST);
        return fromName ? Optional.of("identity.password.name") : Optional.empty();
    }

    private boolean isCommon(String lower) {
        return common.contains(lower) || common.contains(undisguised(lower));
    }

    /** {@code p@ssw0rd} is {@code password}; the digits at the end of {@code password123} stay digits. */
    private static String undisguised(String lower) {
        StringBuilder plain = new StringBuilder(lower);
        for (int i = plain.length() - 2; i >= 0; i--) {
            int at = DISGUISED.indexOf(plain.charAt(i));
            if (at >= 0 && Character.isLetter(plain.charAt(i + 1))) {
                plain.setCharAt(i, PLAIN.charAt(at));
            }
        }
        return plain.toString();
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
