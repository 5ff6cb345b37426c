package org.triviumcrm.exchange.file;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses from the beginning of a file how it wants to be read. */
public final class FormatDetector {

    private static final List<String> NOTHING =
            List.of("select", "unknown", "n/a", "null", "none", "#n/a", "-", "无", "未知", "空");
    private static final Pattern COMMA_DECIMAL = Pattern.compile("-?\\d{1,3}(\\.\\d{3})*,\\d{1,2}|-?\\d+,\\d+");
    private static final Pattern POINT_DECIMAL = Pattern.compile("-?\\d{1,3}(,\\d{3})*\\.\\d{1,2}|-?\\d+\\.\\d+");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.]\\d{4}.*");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d.,]+");

    private FormatDetector() {}

    public static FileFormat detect(String fileName, byte[] start) {
        if (start.length > 3 && start[0] == 'P' && start[1] == 'K') {
            return new FileFormat("xlsx", "UTF-8", ",", "\"", true, ".", FileFormat.DateOrder.YMD, List.of());
        }
        if (start.length > 7 && (start[0] & 0xff) == 0xD0 && (start[1] & 0xff) == 0xCF) {
            throw new UnreadableFile("exchange.failure.xls");
        }
        String encoding = encoding(start);
        if (isBinary(start, encoding)) {
            throw new UnreadableFile("exchange.failure.binary");
        }
        FileFormat best = null;
        int score = -1;
        for (String delimiter : FileFormat.DELIMITERS) {
            FileFormat format =
                    new FileFormat("csv", encoding, delimiter, "\"", true, ".", FileFormat.DateOrder.YMD, List.of());
            int points = score(rows(start, format));
            if (points > score) {
                best = format;
                score = points;
            }
        }
        return best == null ? throwEmpty() : describe(best, rows(start, best));
    }

    private static FileFormat throwEmpty() {
        throw new UnreadableFile("exchange.failure.empty");
    }

    /** Completes the format of a sheet or text by a look at its first rows. */
    public static FileFormat describe(FileFormat format, List<RawRow> rows) {
        Set<String> words = new HashSet<>();
        int comma = 0;
        int point = 0;
        FileFormat.DateOrder order = FileFormat.DateOrder.YMD;
        for (RawRow row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            for (String cell : row.cells()) {
                String text = cell.strip();
                comma += COMMA_DECIMAL.matcher(text).matches() ? 1 : 0;
                point += POINT_DECIMAL.matcher(text).matches() ? 1 : 0;
                order = order(order, text);
                if (NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
                    words.add(text);
                }
            }
        }
        boolean header = rows.isEmpty()
                || rows.get(0).cells().stream()
                        .noneMatch(cell -> NUMBER.matcher(cell.strip()).matches());
        return new FileFormat(
                format.kind(),
                format.encoding(),
                format.delimiter(),
                format.quote(),
                header,
                format.isCsv() && comma > point ? "," : ".",
                order,
                words.stream().sorted().toList());
    }

    private static FileFormat.DateOrder order(FileFormat.DateOrder order, String text) {
        Matcher date = YEAR_LAST.matcher(text);
        if (!date.matches() || order == FileFormat.DateOrder.MDY) {
            return order;
        }
        return Integer.parseInt(date.group(2)) > 12 ? FileFormat.DateOrder.MDY : FileFormat.DateOrder.DMY;
    }

    private static List<RawRow> rows(byte[] start, FileFormat format) {
        List<RawRow> rows = new ArrayList<>();
        try {
            RowReader.read(new ByteArrayInputStream(start), format, row -> {
                rows.add(row);
                return rows.size() < 200;
            });
        } catch (UnreadableFile e) {
            return rows;
        }
        return rows;
    }

    /** Rows of the same width speak for a delimiter, many columns a little as well. */
    private static int score(List<RawRow> rows) {
        if (rows.isEmpty()) {
            return -1;
        }
        int width = rows.get(0).cells().size();
        long same = rows.stream().filter(row -> row.cells().size() == width).count();
        return width == 1 ? 0 : (int) (same * 1000 / rows.size()) + Math.min(width, 50);
    }

    static String encoding(byte[] start) {
        if (start.length > 1
                && ((start[0] & 0xff) == 0xFE && (start[1] & 0xff) == 0xFF
                        || (start[0] & 0xff) == 0xFF && (start[1] & 0xff) == 0xFE)) {
            return "UTF-16";
        }
        for (String wide : List.of("UTF-16LE", "UTF-16")) {
            if (isWide(start, wide)) {
                return wide;
            }
        }
        String utf8 = RowReader.text(start, start.length, StandardCharsets.UTF_8);
        long odd = utf8.chars()
                .limit(Math.max(0, utf8.length() - 2))
                .filter(c -> c == RowReader.ODD)
                .count();
        long wide = utf8.chars().filter(c -> c > 0x7f && c != RowReader.ODD).count();
        if (odd == 0 || wide > odd * 10) {
            return "UTF-8";
        }
        return isChinese(start) ? "GB18030" : "windows-1252";
    }

    /** Without a mark, two bytes a character show in line ends of two bytes and in nothing odd anywhere. */
    private static boolean isWide(byte[] start, String encoding) {
        String text = RowReader.text(start, start.length / 2 * 2, Charset.forName(encoding));
        return text.indexOf('\n') >= 0 && text.chars().limit(10_000).noneMatch(c -> c == RowReader.ODD || isControl(c));
    }

    private static boolean isControl(int c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    }

    /** Pictures, documents and archives have control characters everywhere; a text has an odd one at most. */
    private static boolean isBinary(byte[] start, String encoding) {
        long control = new String(start, Charset.forName(encoding))
                .chars()
                .limit(10_000)
                .filter(FormatDetector::isControl)
                .count();
        return control > 3 && control * 100 > Math.min(start.length, 10_000);
    }

    private static boolean isChinese(byte[] start) {
        for (int cut = 0; cut < 4 && cut < start.length; cut++) {
            try {
                String text = Charset.forName("GB18030")
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(start, 0, start.length - cut))
                        .toString();
                long wide = text.chars().filter(c -> c > 0x7f).count();
                long common = text.chars()
                        .filter(c -> c >= 0x4e00 && c <= 0x9fa5 || c >= 0x3000 && c <= 0x303f || c >= 0xff00)
                        .count();
                // an accented letter of a western text swallows the letter after it
                long pairs = pairsOfHighBytes(start);
                return common * 10 >= wide * 9 && pairs * 10 >= wide * 6;
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return false;
    }

    private static long pairsOfHighBytes(byte[] bytes) {
        long pairs = 0;
        for (int at = 0; at + 1 < bytes.length; at++) {
            if (bytes[at] < 0 && bytes[at + 1] < 0) {
                pairs++;
                at++;
            }
        }
        return pairs;
    }
}
