package org.triviumcrm.insight.chats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.insight.chats.ChatReport.Line;

/** The figures as a table to take along; times in minutes, shares in per cent. */
@Component
class ChatTable {

    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

    private final MessageSource messages;

    ChatTable(MessageSource messages) {
        this.messages = messages;
    }

    List<String> titles(ChatCut cut) {
        Stream<String> heads = Stream.of(
                        "talks",
                        "answered",
                        "answeredRate",
                        "wait",
                        "slowWait",
                        "duration",
                        "missed",
                        "left",
                        "helped",
                        "tickets",
                        "leads",
                        "rated",
                        "rating",
                        "satisfiedRate")
                .map(head -> switch (head) {
                    case "wait", "slowWait", "duration" -> text("insight.chats.minutes", head(head));
                    case "answeredRate", "satisfiedRate" -> head(head) + " (%)";
                    default -> head(head);
                });
        return Stream.concat(Stream.of(text("insight.chats.cut." + cut)), heads).toList();
    }

    List<List<@Nullable Object>> rows(List<Line> lines) {
        return lines.stream().map(ChatTable::row).toList();
    }

    private static List<@Nullable Object> row(Line line) {
        ChatFigures row = line.figures();
        return Arrays.asList(
                line.name(),
                row.talks(),
                row.answered(),
                line.answeredRate(),
                minutes(row.waited()),
                minutes(row.slowWait()),
                minutes(row.duration()),
                row.missed(),
                row.left(),
                row.helped(),
                row.tickets(),
                row.leads(),
                row.rated(),
                row.rating(),
                line.satisfiedRate());
    }

    private static @Nullable BigDecimal minutes(@Nullable BigDecimal seconds) {
        return seconds == null ? null : seconds.divide(MINUTE, 2, RoundingMode.HALF_UP);
    }

    private String head(String head) {
        return text("insight.chats.head." + head);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
