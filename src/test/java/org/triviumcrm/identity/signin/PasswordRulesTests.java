package org.triviumcrm.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

    private final PasswordRules rules = new PasswordRules();

    @Test
    void tooShortAndTooLong() {
        assertThat(rules.refuse("a1b2c3d4e", List.of())).contains("identity.password.short");
        assertThat(rules.refuse("xk ".repeat(43), List.of())).contains("identity.password.long");
        assertThat(rules.refuse("blue harbour at night", List.of())).isEmpty();
    }

    @Test
    void lengthCountsCharactersNotBytes() {
        assertThat(rules.refuse("春江潮水连海平海上明", List.of())).isEmpty();
        assertThat(rules.refuse("春江潮水", List.of())).contains("identity.password.short");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123",
                "Password123",
                "P@ssword123",
                "1234567890",
                "qwertyuiop",
                "aaaaaaaaaaaa",
                "woaini1314520"
            })
    void theFirstToBeGuessedAreRefused(String password) {
        assertThat(rules.refuse(password, List.of())).isPresent();
    }

    @Test
    void theOwnNameMakesNoPassword() {
        assertThat(rules.refuse("darcel.schlecht1", List.of("darcel.schlecht"))).contains("identity.password.name");
        assertThat(rules.refuse("Harbour2026!", List.of("Harbour"))).contains("identity.password.name");
    }
}
