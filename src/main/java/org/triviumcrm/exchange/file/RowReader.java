package org.triviumcrm.exchange.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.function.Predicate;

/** Streams the rows of a file. What the encoding can't explain becomes {@link #ODD}, so one odd byte stops nothing. */
public final class RowReader {

    /** Stands for a character that could not be read; U+FFFD may stand in a file itself, where another program could not. */
    public static final char ODD = '\uFFFF';

    /** What people see for it. */
    private static final char REPLACED = '\uFFFD';

    private RowReader() {}

    /** Hands over one row after the other, blank ones left out, until the consumer says false. */
    public static void read(InputStream file, FileFormat format, Predicate<RawRow> consumer) {
        try {
            if (format.isCsv()) {
                readCsv(file, format, consumer);
            } else {
                XlsxRows.read(file, consumer);
            }
        } catch (CsvParseException e) {
            throw new UnreadableFile("exchange.failure.quote", e);
        } catch (IOException e) {
            throw new UnreadableFile("exchange.failure.unreadable", e);
        }
    }

    /** A text of a file as people see it. */
    public static String shown(String text) {
        return text.replace(ODD, REPLACED);
    }

    /** The beginning of a file. */
    static String text(byte[] bytes, int length, Charset charset) {
        try {
            return decoder(charset).decode(ByteBuffer.wrap(bytes, 0, length)).toString();
        } catch (CharacterCodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(ODD));
    }

    private static void readCsv(InputStream file, FileFormat format, Predicate<RawRow> consumer) throws IOException {
        Charset charset = Charset.forName(format.encoding());
        Reader text = new InputStreamReader(file, decoder(charset));
        CsvReader.CsvReaderBuilder builder = CsvReader.builder()
                .fieldSeparator(format.delimiter().charAt(0))
                .quoteCharacter(
                        format.quote().isEmpty() ? '\u0001' : format.quote().charAt(0))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .skipEmptyLines(true);
        try (CsvReader<CsvRecord> rows = builder.ofCsvRecord(text)) {
            boolean first = true;
            for (CsvRecord row : rows) {
                RawRow raw =
                        new RawRow(row.getStartingLineNumber(), first ? withoutMark(row.getFields()) : row.getFields());
                first = false;
                if (!isBlank(raw) && !consumer.test(raw)) {
                    return;
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static java.util.List<String> withoutMark(java.util.List<String> cells) {
        if (cells.isEmpty() || !cells.get(0).startsWith("\uFEFF")) {
            return cells;
        }
        java.util.List<String> clean = new java.util.ArrayList<>(cells);
        String start = clean.get(0).substring(1);
        clean.set(
                0,
                start.length() > 1 && start.startsWith("\"") && start.endsWith("\"")
                        ? start.substring(1, start.length() - 1)
                        : start);
        return clean;
    }

    private static boolean isBlank(RawRow row) {
        return row.cells().stream().allMatch(String::isBlank);
    }
}
