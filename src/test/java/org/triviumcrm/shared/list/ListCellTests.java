package org.triviumcrm.shared.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cell leads to: only what is safe to follow. */
class ListCellTests {

    @ParameterizedTest
    @ValueSource(strings = {"https://acme.example", "HTTP://acme.example/a?b=c"})
    void aWebsiteIsALink(String address) {
        assertThat(cell(ColumnType.URL, address).website()).isEqualTo(address);
        assertThat(cell(ColumnType.URL, address).isPlain()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "acme.example",
                "https://a b",
                "ftp://acme.example",
                "x https://acme.example"
            })
    void whatIsNoWebsiteIsText(String address) {
        assertThat(cell(ColumnType.URL, address).website()).isNull();
        assertThat(cell(ColumnType.URL, address).isPlain()).isTrue();
        assertThat(cell(ColumnType.TEXT, "https://acme.example").isPlain()).isTrue();
    }

    @Test
    void mailTelephoneAndRecordsAreLinks() {
        assertThat(cell(ColumnType.EMAIL, "a@acme.example").link()).isEqualTo("mailto:a@acme.example");
        assertThat(cell(ColumnType.PHONE, "+44 20 1234 5678").link()).isEqualTo("tel:+442012345678");
        assertThat(new ListCell(column(ColumnType.LINK), "Acme", null, null, "/customers/7").link())
                .isEqualTo("/customers/7");
        assertThat(new ListCell(column(ColumnType.LINK), "Acme", null, null, null).isPlain())
                .isTrue();
    }

    @Test
    void nothingIsPlain() {
        for (ColumnType type : ColumnType.values()) {
            assertThat(cell(type, null).isPlain()).as(type.name()).isTrue();
        }
        assertThat(cell(ColumnType.INSTANT, Instant.EPOCH).isPlain()).isFalse();
    }

    private static ListCell cell(ColumnType type, @Nullable Object value) {
        return new ListCell(column(type), value, null, null, null);
    }

    private static ListColumn column(ColumnType type) {
        return ListColumn.of("column", type, "t.value");
    }
}
