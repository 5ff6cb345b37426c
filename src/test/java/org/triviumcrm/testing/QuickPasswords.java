package org.triviumcrm.testing;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Hashes passwords as the application does, but with few rounds: hundreds of sign-ins would take minutes of a test run otherwise.
 * What the application itself does is told by {@code PasswordHashingTests}.
 */
@Configuration(proxyBeanMethods = false)
public class QuickPasswords {

    @Bean
    @Primary
    PasswordEncoder quickPasswordEncoder() {
        String current = "pbkdf2-sha512";
        return new DelegatingPasswordEncoder(
                current,
                Map.of(current, new Pbkdf2PasswordEncoder("", 16, 10, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)));
    }
}
