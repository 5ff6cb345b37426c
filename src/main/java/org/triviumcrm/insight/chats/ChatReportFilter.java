package org.triviumcrm.insight.chats;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which days the figures are about, and by what they are told apart.
 *
 * @param from the first day; the last thirty without one
 * @param to the last day; today without one
 */
public record ChatReportFilter(
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to,

        @Nullable ChatCut cut) {

    static final String PATH = "/insight/chats";
    private static final int USUAL_DAYS = 30;

    static ChatReportFilter none() {
        return new ChatReportFilter(null, null, null);
    }

    /** With both days and the cut; days the wrong way round are turned. */
    ChatReportFilter filled(LocalDate today) {
        LocalDate last = to == null ? from != null && from.isAfter(today) ? from : today : to;
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1L) : from;
        return new ChatReportFilter(first.isAfter(last) ? last : first, first.isAfter(last) ? first : last, by());
    }

    LocalDate first() {
        return Objects.requireNonNull(from);
    }

    LocalDate last() {
        return Objects.requireNonNull(to);
    }

    public ChatCut by() {
        return cut == null ? ChatCut.AGENT : cut;
    }

    /** The same days in another cut. */
    public String href(ChatCut other) {
        return href(PATH, other);
    }

    /** The same rows as a file. */
    public String exportHref(String ending) {
        return href(PATH + "/export." + ending, by());
    }

    private String href(String path, ChatCut other) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("cut", other)
                .queryParam("from", from)
                .queryParam("to", to)
                .toUriString();
    }
}
