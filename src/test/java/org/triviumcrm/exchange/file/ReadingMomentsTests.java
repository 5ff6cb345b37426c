package org.triviumcrm.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportField;

/** Days with times, as people and programs write them. */
class ReadingMomentsTests {

    private static final ValueReader READER =
            new ValueReader(new FileFormat("csv", "UTF-8", ",", "\"", true, ".", FileFormat.DateOrder.DMY, List.of()));
    private static final ImportField AT = ImportField.of(FieldType.MOMENT, "at");

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-02T00:00",
        "2026-03-02T09:30, 2026-03-02T09:30",
        "2026-03-02 09:30:15.25, 2026-03-02T09:30:15",
        "2026-03-02T09:30:00Z, 2026-03-02T09:30Z",
        "2026-03-02 09:30 +0800, 2026-03-02T09:30+08:00",
        "2/3/2026 12:05 am, 2026-03-02T00:05",
        "2/3/2026 12:05 PM, 2026-03-02T12:05",
        "2026年3月2日 下午3:05, 2026-03-02T15:05",
        "2026年3月2日 15时05分, 2026-03-02T15:05",
        "20260302, 2026-03-02T00:00"
    })
    void readsThem(String text, String moment) throws ValueReader.BadValue {
        assertThat(READER.read(AT, text, BigDecimal.ONE)).hasToString(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02 nine", "2026-03-02 25:00", "2026-03-02 9", "2026-03-02 09:30 CET"})
    void saysWhatIsNoTime(String text) {
        assertThatThrownBy(() -> READER.read(AT, text, BigDecimal.ONE))
                .isInstanceOf(ValueReader.BadValue.class)
                .hasMessage("exchange.refusal.time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30 09:30", "09:30", "soon"})
    void saysWhatIsNoDay(String text) {
        assertThatThrownBy(() -> READER.read(AT, text, BigDecimal.ONE)).hasMessage("exchange.refusal.date");
    }
}
