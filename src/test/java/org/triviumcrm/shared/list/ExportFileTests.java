package org.triviumcrm.shared.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.triviumcrm.shared.exchange.SpreadsheetText;

/** Files of many rows, and what may stand in a cell. */
class ExportFileTests {

    private static final ListColumn NAME = ListColumn.text("name", "t.name");
    private static final int ROWS = 100_000;

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86 10", "-5", "@x", "\tx", "\rx"})
    void textsThatLookLikeFormulasAreGuarded(String text) {
        assertThat(SpreadsheetText.guarded(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetText.plain("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "", "北京", "1-2", "'t is", "'"})
    void otherTextsStayAsTheyAre(String text) {
        assertThat(SpreadsheetText.guarded(text)).isEqualTo(text);
        assertThat(SpreadsheetText.plain(text)).isEqualTo(text);
    }

    @Test
    void csvIsWrittenWhileItGrows() throws IOException {
        Sink sink = new Sink();
        write(new CsvExport(sink, false, ZoneId.of("UTC"), word -> word), sink, 1 << 17);
    }

    @Test
    void xlsxIsWrittenWhileItGrows() throws IOException {
        Sink sink = new Sink();
        write(new XlsxExport(sink, "rows", ZoneId.of("UTC"), word -> word), sink, 1 << 22);
    }

    /** After each ten thousand rows most of what was written has left: nothing gathers in the writer. */
    private static void write(ExportFile file, Sink sink, long atMostKept) throws IOException {
        file.titles(List.of("Name"));
        long before = 0;
        for (int part = 0; part < 10; part++) {
            IntStream.range(0, ROWS / 10).forEach(i -> file.row(row(i)));
            assertThat(sink.bytes).isGreaterThan(before);
            before = sink.bytes;
        }
        file.finish();
        assertThat(sink.bytes - before).isLessThan(atMostKept);
    }

    private static ListRow row(int id) {
        String text = "Text that is different in every row " + Integer.toHexString(id * 31_337);
        return new ListRow(id, List.of(new ListCell(NAME, text, null, null, null)), null);
    }

    private static final class Sink extends OutputStream {

        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}
