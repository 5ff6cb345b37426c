package org.triviumcrm.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHashingTests {

    private static final String PASSWORD = "seven quiet lanterns";

    /** OWASP Password Storage Cheat Sheet: PBKDF2-HMAC-SHA512 with 210,000 rounds. */
    private static final int ROUNDS = 210_000;

    private final PasswordEncoder encoder = new PasswordHashing().passwordEncoder();

    @Test
    void eachHashHasASaltOfItsOwnAndTheRoundsThatAreAdvised() throws Exception {
        String first = hash();
        String second = hash();

        assertThat(first).startsWith("{pbkdf2-sha512}").isNotEqualTo(second);
        assertThat(encoder.matches(PASSWORD, first)).isTrue();
        assertThat(encoder.matches(PASSWORD + " ", first)).isFalse();
        byte[] bytes = HexFormat.of().parseHex(first.substring(first.indexOf('}') + 1));
        byte[] salt = Arrays.copyOf(bytes, 16);
        byte[] expected = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), salt, ROUNDS, (bytes.length - salt.length) * 8))
                .getEncoded();
        assertThat(Arrays.copyOfRange(bytes, salt.length, bytes.length)).isEqualTo(expected);
    }

    private String hash() {
        return Objects.requireNonNull(encoder.encode(PASSWORD));
    }
}
