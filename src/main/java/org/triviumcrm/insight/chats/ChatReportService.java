package org.triviumcrm.insight.chats;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.chats.ChatReport.Line;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.list.ListLink;

/** How quickly and how well visitors in a viewer's reach are answered; every number leads to its talks. */
@Service
class ChatReportService {

    private static final String LIST = "/support/chats";
    private static final int SHOWN = 200;
    private static final int EXPORTED = 100_000;

    private final ChatReportRepository chats;
    private final Format format;
    private final MessageSource messages;

    ChatReportService(ChatReportRepository chats, Format format, MessageSource messages) {
        this.chats = chats;
        this.format = format;
        this.messages = messages;
    }

    /**
     * @param filter with nothing open
     * @throws AccessDeniedException for somebody who may not see talks
     */
    @CanViewChatReport
    @Transactional(readOnly = true)
    public ChatReport of(Viewer viewer, ChatReportFilter filter) {
        List<Line> lines = lines(viewer, filter, SHOWN + 2);
        return new ChatReport(
                lines.subList(1, Math.min(lines.size(), SHOWN + 1)), lines.get(0), lines.size() > SHOWN + 1);
    }

    /**
     * All rows of a cut, after the line that adds them up.
     *
     * @param filter with nothing open
     * @throws AccessDeniedException for somebody who may not see the report
     */
    @CanExportChatReport
    @Transactional(readOnly = true)
    public List<Line> export(Viewer viewer, ChatReportFilter filter) {
        if (!viewer.can("support.report.view")) {
            throw new AccessDeniedException("No report for this viewer");
        }
        return lines(viewer, filter, EXPORTED);
    }

    private List<Line> lines(Viewer viewer, ChatReportFilter filter, int limit) {
        if (!viewer.can("support.chat.view")) {
            throw new AccessDeniedException("No talks for this viewer");
        }
        return chats.rows(viewer.scope("chat"), filter, viewer.zone(), limit).stream()
                .map(row -> line(filter, row))
                .toList();
    }

    private Line line(ChatReportFilter filter, ChatFigures row) {
        Supplier<ListLink> rows = () -> rows(filter, row);
        return new Line(
                name(filter, row),
                row,
                rows.get().toString(),
                rows.get().present("answeredAt").toString(),
                rows.get()
                        .is("reason", "VISITOR", "AGENT", "SILENT", "UNANSWERED")
                        .empty("answeredAt")
                        .toString(),
                rows.get().is("reason", "OFFLINE").toString(),
                rows.get().is("reason", "HELPED").toString(),
                rows.get().is("outcome", "TICKET").toString(),
                rows.get().is("outcome", "LEAD").toString(),
                rows.get().present("rating").toString());
    }

    /** The talks of a row. */
    private static ListLink rows(ChatReportFilter filter, ChatFigures row) {
        ListLink link = ListLink.to(LIST);
        LocalDate first = filter.first();
        LocalDate last = filter.last();
        String key = row.key();
        if (row.whole()) {
            return link.days("createdAt", first, last);
        }
        if (key == null) {
            return link.empty(filter.by().column()).days("createdAt", first, last);
        }
        return switch (filter.by()) {
            case DAY -> link.days("createdAt", LocalDate.parse(key), LocalDate.parse(key));
            case MONTH -> {
                LocalDate begins = YearMonth.parse(key).atDay(1);
                LocalDate ends = YearMonth.parse(key).atEndOfMonth();
                yield link.days("createdAt", begins.isBefore(first) ? first : begins, ends.isAfter(last) ? last : ends);
            }
            default -> link.is(filter.by().column(), key).days("createdAt", first, last);
        };
    }

    private String name(ChatReportFilter filter, ChatFigures row) {
        String key = row.key();
        if (row.whole()) {
            return text("insight.chats.total");
        }
        if (key == null) {
            return text("insight.chats.none");
        }
        return switch (filter.by()) {
            case DAY -> format.date(LocalDate.parse(key));
            case MONTH -> format.month(YearMonth.parse(key));
            default -> Objects.requireNonNullElse(row.name(), text("insight.chats.none"));
        };
    }

    private String text(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
