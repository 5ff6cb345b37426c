package org.triviumcrm.insight.people;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.insight.people.Deeds.Fact;
import org.triviumcrm.insight.people.Leaderboard.Line;

/** The leaderboard as a table to take along, all that is counted in it. */
@Component
class LeaderboardTable {

    private final MessageSource messages;

    LeaderboardTable(MessageSource messages) {
        this.messages = messages;
    }

    String name(Span span) {
        return text("insight.people.file") + "-" + span.from() + "-" + span.to();
    }

    List<String> titles(PeopleFilter filter) {
        List<String> titles = new ArrayList<>();
        titles.add(text("insight.people.cut." + filter.cut()));
        Stream.of(PeopleMeasure.WON_AMOUNT, PeopleMeasure.WON_COUNT).forEach(one -> titles.add(measure(one)));
        titles.add(text("insight.people.lost"));
        Stream.of("quota", "attained").forEach(one -> titles.add(text("insight.people." + one)));
        titles.add(measure(PeopleMeasure.ATTAINMENT));
        titles.add(measure(PeopleMeasure.ACTIVITIES));
        Deeds.KINDS.forEach(kind -> titles.add(text("insight.people.kind." + kind)));
        Stream.of(PeopleMeasure.CONVERSION, PeopleMeasure.CYCLE, PeopleMeasure.DISCOUNT)
                .forEach(one -> titles.add(measure(one)));
        titles.add(text("insight.people.quotes"));
        titles.add(measure(PeopleMeasure.PIPELINE));
        titles.add(text("insight.people.before", measure(filter.chosen())));
        return titles;
    }

    /** The line of all together last. */
    List<List<@Nullable Object>> rows(PeopleFilter filter, Leaderboard board) {
        return Stream.concat(board.lines().stream(), Stream.of(board.total()))
                .map(LeaderboardTable::row)
                .toList();
    }

    private static List<@Nullable Object> row(Line line) {
        Deeds deeds = line.deeds();
        List<@Nullable Object> row = new ArrayList<>();
        row.add(line.name());
        row.add(deeds.amount(Fact.WON));
        row.add(deeds.count(Fact.WON));
        row.add(deeds.count(Fact.LOST));
        row.add(deeds.standing() == null ? null : deeds.standing().quota());
        row.add(deeds.standing() == null ? null : deeds.standing().attained());
        row.add(deeds.value(PeopleMeasure.ATTAINMENT));
        row.add(deeds.activities());
        Deeds.KINDS.forEach(kind -> row.add(deeds.count(kind)));
        row.addAll(Arrays.<@Nullable BigDecimal>asList(
                deeds.value(PeopleMeasure.CONVERSION),
                deeds.value(PeopleMeasure.CYCLE),
                deeds.value(PeopleMeasure.DISCOUNT)));
        row.add(deeds.count(Fact.QUOTE));
        row.add(deeds.amount(Fact.OPEN));
        row.add(line.before());
        return row;
    }

    private String measure(PeopleMeasure measure) {
        String name = text("insight.people.measure." + measure);
        return switch (measure.kind()) {
            case PERCENT -> name + " (%)";
            case DAYS -> text("insight.people.inDays", name);
            default -> name;
        };
    }

    private String text(String key, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, LocaleContextHolder.getLocale()));
    }
}
