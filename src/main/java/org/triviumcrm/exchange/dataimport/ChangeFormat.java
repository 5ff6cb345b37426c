package org.triviumcrm.exchange.dataimport;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.stream.Stream;
import org.triviumcrm.exchange.file.FileFormat;

/**
 * How a file is to be read.
 *
 * @param delimiter the character, or {@code tab}, since blanks around what a form sends do not count
 * @param nullWords separated by commas
 */
record ChangeFormat(
        @NotNull String encoding,
        @NotNull String delimiter,
        @NotNull String quote,
        boolean header,
        @NotNull String decimalMark,
        @NotNull FileFormat.DateOrder dateOrder,
        @NotNull String nullWords) {

    private static final String TAB = "tab";

    static ChangeFormat of(FileFormat format) {
        return new ChangeFormat(
                format.encoding(),
                format.delimiter().equals("\t") ? TAB : format.delimiter(),
                format.quote(),
                format.header(),
                format.decimalMark(),
                format.dateOrder(),
                String.join(", ", format.nullWords()));
    }

    FileFormat applyTo(FileFormat format) {
        List<String> words = Stream.of(nullWords.split("[,，;]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        String between = delimiter.equals(TAB) ? "\t" : delimiter;
        return new FileFormat(
                format.kind(),
                FileFormat.ENCODINGS.contains(encoding) ? encoding : format.encoding(),
                FileFormat.DELIMITERS.contains(between) ? between : format.delimiter(),
                quote.isEmpty() ? "" : quote.substring(0, 1),
                header,
                decimalMark.equals(",") ? "," : ".",
                dateOrder,
                words);
    }
}
