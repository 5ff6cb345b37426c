package org.triviumcrm.support.message;

import java.util.List;
import java.util.regex.Pattern;

/** Parts what somebody wrote by mail from what was written before, which mail programs repeat below. */
public final class Quotes {

    private static final Pattern INTRODUCTION = Pattern.compile("(?iu)\\s*(>\\s*)?(on|am|le|el|il|op|em)\\b.{5,200}"
            + "(wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu).{0,60}[:：]\\s*|.{2,200}写道\\s*[:：]\\s*");
    private static final Pattern BORDER = Pattern.compile(
            "(?iu)\\s*[-_—]{3,}\\s*(original message|original appointment|forwarded message|ursprüngliche nachricht|原始邮件|转发的邮件)\\s*[-_—]{3,}\\s*|_{20,}\\s*");
    private static final Pattern FROM = Pattern.compile("(?iu)\\s*\\*?(from|von|de|发件人)\\s*\\*?[:：].+");
    private static final Pattern OTHER_HEADER =
            Pattern.compile("(?iu)\\s*\\*?(sent|date|to|subject|gesendet|an|betreff|发送时间|收件人|日期|主题)\\s*\\*?[:：].*");
    private static final int HEADERS = 4;

    private Quotes() {}

    /** @param said in this message; quoted what it repeats, empty when it repeats nothing */
    public record Parted(String said, String quoted) {}

    public static Parted part(String body) {
        List<String> lines = body.lines().toList();
        int at = beginning(lines);
        String said = String.join("\n", lines.subList(0, at)).strip();
        return said.isEmpty() || at == lines.size()
                ? new Parted(body, "")
                : new Parted(
                        said, String.join("\n", lines.subList(at, lines.size())).strip());
    }

    /** The line with which the rest is repeated. */
    private static int beginning(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String both = i + 1 < lines.size() ? line + " " + lines.get(i + 1) : line;
            if (INTRODUCTION.matcher(line).matches()
                    || BORDER.matcher(line).matches()
                    || !line.isBlank() && INTRODUCTION.matcher(both).matches()
                    || FROM.matcher(line).matches() && followsHeader(lines, i)
                    || line.startsWith(">") && isQuotedToTheEnd(lines, i)) {
                return i;
            }
        }
        return lines.size();
    }

    private static boolean followsHeader(List<String> lines, int at) {
        return lines.subList(at + 1, Math.min(lines.size(), at + 1 + HEADERS)).stream()
                .anyMatch(line -> OTHER_HEADER.matcher(line).matches());
    }

    private static boolean isQuotedToTheEnd(List<String> lines, int at) {
        return lines.subList(at, lines.size()).stream().allMatch(line -> line.isBlank() || line.startsWith(">"));
    }
}
