package org.triviumcrm.support.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MacroTextTests {

    @Test
    void placeholdersAreFilledInAndNothingElse() {
        Map<Placeholder, String> values =
                Map.of(Placeholder.REQUESTER, "$1 \\ Lin", Placeholder.NUMBER, "#12", Placeholder.AGENT, "{{number}}");
        assertThat(MacroText.fill("Dear {{requester}}, {{ Number }} {x} {{y}} {{agent}} {{", values))
                .isEqualTo("Dear $1 \\ Lin, #12 {x} {{y}} {{number}} {{");
        assertThat(MacroText.fill("{{product}}", values)).as("no value").isEqualTo("{{product}}");
    }

    @Test
    void whatIsNoPlaceholderIsNamedOnce() {
        assertThat(MacroText.unknown("{{requester}} {{NUMBER}} {json: {}} {{ }} {{name}} {{ name}} {{name}}"))
                .containsExactly("{{ }}", "{{name}}", "{{ name}}");
        assertThat(MacroText.unknown(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"No dial tone, EN", "'', EN", "ERP 无法登录, ZH", "E-17, EN", "故障, ZH"})
    void whatACustomerWritesTellsTheLanguage(String words, MacroLanguage language) {
        assertThat(MacroLanguage.of(words)).isEqualTo(language);
    }
}
