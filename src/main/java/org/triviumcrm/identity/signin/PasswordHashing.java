package org.triviumcrm.identity.signin;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/** How passwords are hashed. The prefix of each hash names its way, so a better one can follow later. */
@Configuration(proxyBeanMethods = false)
class PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int ROUNDS = 210_000;

    /** PBKDF2 reads a password to its end, however long, and needs nothing beyond the JDK. */
    @Bean
    PasswordEncoder passwordEncoder() {
        String current = "pbkdf2-sha512";
        return new DelegatingPasswordEncoder(
                current,
                Map.of(
                        current,
                        new Pbkdf2PasswordEncoder(
                                "", SALT_BYTES, ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)));
    }
}
