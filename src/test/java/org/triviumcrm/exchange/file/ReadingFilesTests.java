package org.triviumcrm.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ReadingFilesTests {

    private static List<List<String>> cells(byte[] bytes, FileFormat format) {
        List<List<String>> rows = new ArrayList<>();
        RowReader.read(new ByteArrayInputStream(bytes), format, row -> rows.add(row.cells()));
        return rows;
    }

    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll @Size(min = 1, max = 5) List<@StringLength(max = 20) String> texts)
            throws IOException {
        List<String> row = new ArrayList<>(texts.stream()
                .map(text -> text.replaceAll("[\\p{Cs}\\uFEFF]", "?"))
                .toList());
        row.add("end");
        StringWriter file = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(file)) {
            writer.writeRecord(row);
        }
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        FileFormat format = new FileFormat("csv", "UTF-8", ",", "\"", true, ".", FileFormat.DateOrder.YMD, List.of());
        assertThat(cells(bytes, format)).containsExactly(row);
    }

    @Test
    void semicolonsAndDecimalCommasAreSeen() {
        FileFormat format =
                FormatDetector.detect("a.csv", "name;price\nA;7307,37\nB;16.300,20\n".getBytes(StandardCharsets.UTF_8));
        assertThat(format.delimiter()).isEqualTo(";");
        assertThat(format.decimalMark()).isEqualTo(",");
    }

    @Test
    void chineseAndWesternEncodingsAreSeen() {
        byte[] chinese = "客户名称,城市\n上海贸易有限公司,上海\n".getBytes(Charset.forName("GB18030"));
        byte[] western = "name,city\nMüller,Köln\n".getBytes(Charset.forName("windows-1252"));
        assertThat(FormatDetector.detect("a.csv", chinese).encoding()).isEqualTo("GB18030");
        assertThat(FormatDetector.detect("a.csv", western).encoding()).isEqualTo("windows-1252");
    }

    @Test
    void oneOddByteStopsNothing() {
        byte[] file = "name,city\nAé,b\nCé,d\nX?,y\nEé,f\n".getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < file.length; at++) {
            file[at] = file[at] == '?' ? (byte) 0xFF : file[at];
        }
        FileFormat format = new FileFormat("csv", "UTF-8", ",", "\"", true, ".", FileFormat.DateOrder.YMD, List.of());
        assertThat(cells(file, format)).hasSize(5).contains(List.of("X\uFFFF", "y"), List.of("Eé", "f"));
    }

    @Test
    void aSeparatorInTheWrongPlaceIsNoNumber() throws ValueReader.BadValue {
        ValueReader point = new ValueReader(
                new FileFormat("csv", "UTF-8", ",", "\"", true, ".", FileFormat.DateOrder.DMY, List.of()));
        assertThat(point.number("1,054.50")).isEqualTo(new BigDecimal("1054.50"));
        assertThatThrownBy(() -> point.number("12,5")).isInstanceOf(ValueReader.BadValue.class);
        assertThat(point.date("03/04/2026")).isEqualTo(LocalDate.of(2026, 4, 3));
        assertThat(point.date("2026年4月3日")).isEqualTo(LocalDate.of(2026, 4, 3));
        assertThatThrownBy(() -> point.date("31/02/2026")).isInstanceOf(ValueReader.BadValue.class);
    }
}
