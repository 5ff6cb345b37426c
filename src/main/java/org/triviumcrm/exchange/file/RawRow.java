package org.triviumcrm.exchange.file;

import java.util.List;

/** A row as it stands in the file. {@code line} counts from 1, the header included. */
public record RawRow(long line, List<String> cells) {}
