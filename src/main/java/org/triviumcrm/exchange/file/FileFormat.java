package org.triviumcrm.exchange.file;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a file is read.
 *
 * @param kind {@code csv} or {@code xlsx}
 * @param quote the quote character; empty for none
 * @param decimalMark {@code .} or {@code ,}
 * @param nullWords words that mean "nothing", whatever their case
 */
public record FileFormat(
        String kind,
        String encoding,
        String delimiter,
        String quote,
        boolean header,
        String decimalMark,
        DateOrder dateOrder,
        List<String> nullWords) {

    public static final List<String> ENCODINGS = List.of("UTF-8", "GB18030", "windows-1252", "UTF-16", "UTF-16LE");
    public static final List<String> QUOTES = List.of("\"", "'", "");
    public static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

    /** The order of the parts of a date; a date that begins with a four-digit year is read in any case. */
    public enum DateOrder {
        YMD,
        DMY,
        MDY
    }

    public boolean isCsv() {
        return kind.equals("csv");
    }

    public Set<String> nothing() {
        return nullWords.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
