package org.triviumcrm.insight.tickets;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.tickets.TicketReport.Age;
import org.triviumcrm.insight.tickets.TicketReport.Line;
import org.triviumcrm.insight.tickets.TicketReport.Narrow;
import org.triviumcrm.insight.tickets.TicketReport.Step;
import org.triviumcrm.insight.tickets.TicketReportRepository.Came;
import org.triviumcrm.insight.tickets.TicketReportRepository.Old;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.list.ListLink;

/** How quickly and how well customers in a viewer's reach are answered; every number leads to its tickets. */
@Service
class TicketReportService {

    private static final int SHOWN = 200;
    private static final int EXPORTED = 100_000;
    private static final List<String> OPEN = List.of("NEW", "OPEN", "PENDING", "ON_HOLD");
    private static final int DAYS_SHOWN = 31;
    private static final int WEEKS_SHOWN = 27;

    /** Open tickets by the days that they are old at most. */
    private static final List<Integer> AGES = List.of(0, 2, 6, 29);

    private final TicketReportRepository tickets;
    private final Format format;
    private final MessageSource messages;

    TicketReportService(TicketReportRepository tickets, Format format, MessageSource messages) {
        this.tickets = tickets;
        this.format = format;
        this.messages = messages;
    }

    /** @param filter with nothing open */
    @CanViewTicketReport
    @Transactional(readOnly = true)
    public TicketReport of(Viewer viewer, TicketFilter filter) {
        List<Line> lines = lines(viewer, filter, SHOWN + 2);
        List<Line> rows = lines.subList(1, Math.min(lines.size(), SHOWN + 1));
        return new TicketReport(
                rows,
                lines.get(0),
                lines.size() > SHOWN + 1,
                backlog(viewer, filter),
                steps(viewer, filter),
                filter.narrowed().entrySet().stream()
                        .map(entry -> narrow(filter, entry.getKey(), entry.getValue()))
                        .toList());
    }

    /**
     * All rows of a cut, after the line that adds them up.
     *
     * @param filter with nothing open
     * @throws AccessDeniedException for somebody who may not see the report
     */
    @CanExportTicketReport
    @Transactional(readOnly = true)
    public List<Line> export(Viewer viewer, TicketFilter filter) {
        if (!viewer.can("support.report.view")) {
            throw new AccessDeniedException("No report for this viewer");
        }
        return lines(viewer, filter, EXPORTED);
    }

    private List<Line> lines(Viewer viewer, TicketFilter filter, int limit) {
        return tickets.rows(viewer.scope("ticket"), filter, viewer.zone(), limit).stream()
                .map(row -> line(filter, row))
                .toList();
    }

    private Line line(TicketFilter filter, TicketRow row) {
        YearMonth month = filter.by() == TicketCut.MONTH && row.key() != null ? YearMonth.parse(row.key()) : null;
        LocalDate first = month == null ? filter.first() : later(filter.first(), month.atDay(1));
        LocalDate last = month == null ? filter.last() : earlier(filter.last(), month.atEndOfMonth());
        Function<String, ListLink> on = moment -> of(filter, row).days(moment, first, last);
        return new Line(
                name(filter, row),
                row.whole() || row.key() == null ? filter.href(filter.by()) : filter.into(row.key()),
                row,
                on.apply("createdAt").toString(),
                on.apply("firstReplyAt").toString(),
                on.apply("solutionOn").toString(),
                on.apply("undoneOn").toString(),
                on.apply("ratedOn").toString(),
                on.apply("brokenOn").toString());
    }

    /** The tickets of a row. */
    private static ListLink of(TicketFilter filter, TicketRow row) {
        ListLink link = filter.tickets();
        if (row.whole() || filter.by() == TicketCut.MONTH) {
            return link;
        }
        return row.key() == null
                ? link.empty(filter.by().column())
                : filter.narrowed().containsKey(filter.by())
                        ? link
                        : link.is(filter.by().column(), row.key());
    }

    private String name(TicketFilter filter, TicketRow row) {
        if (row.whole()) {
            return text("insight.tickets.total");
        }
        return row.key() == null ? text("insight.tickets.none") : name(filter.by(), row.key(), row.name());
    }

    private String name(TicketCut cut, String key, @Nullable String name) {
        return switch (cut) {
            case VALUE -> text("customer.value.class." + key);
            case PRIORITY -> text("support.ticket.priority." + key);
            case CHANNEL -> text("support.ticket.channel." + key);
            case MONTH -> format.month(YearMonth.parse(key));
            default -> name == null ? text("insight.tickets.none") : name;
        };
    }

    private Narrow narrow(TicketFilter filter, TicketCut cut, String key) {
        boolean known = cut != TicketCut.PRIORITY && cut != TicketCut.CHANNEL && cut != TicketCut.VALUE;
        String name = known ? tickets.name(cut, key) : key;
        return new Narrow(cut, key, name(cut, key, name), filter.without(cut));
    }

    private List<Age> backlog(Viewer viewer, TicketFilter filter) {
        ZoneId zone = viewer.zone();
        LocalDate today = format.today();
        Map<Integer, Long> counts = tickets
                .backlog(
                        viewer.scope("ticket"),
                        filter,
                        AGES.stream()
                                .map(days ->
                                        today.minusDays(days).atStartOfDay(zone).toInstant())
                                .toList())
                .stream()
                .collect(Collectors.toMap(Old::band, Old::count));
        List<Age> ages = new ArrayList<>();
        LocalDate youngest = null;
        for (int at = 0; at <= AGES.size(); at++) {
            LocalDate oldest = at < AGES.size() ? today.minusDays(AGES.get(at)) : null;
            ages.add(new Age(
                    text("insight.tickets.age." + at),
                    counts.getOrDefault(at, 0L),
                    filter.tickets()
                            .is("status", OPEN.toArray())
                            .days("createdAt", oldest, youngest)
                            .toString()));
            youngest = oldest == null ? null : oldest.minusDays(1);
        }
        return ages;
    }

    /** Days, weeks or months, as many as can be told apart, those without anything as well. */
    private List<Step> steps(Viewer viewer, TicketFilter filter) {
        long days = ChronoUnit.DAYS.between(filter.first(), filter.last()) + 1;
        ChronoUnit unit =
                days <= DAYS_SHOWN ? ChronoUnit.DAYS : days <= WEEKS_SHOWN * 7L ? ChronoUnit.WEEKS : ChronoUnit.MONTHS;
        String word = unit == ChronoUnit.DAYS ? "day" : unit == ChronoUnit.WEEKS ? "week" : "month";
        Scope scope = viewer.scope("ticket");
        Map<LocalDate, Came> came = tickets.steps(scope, filter, viewer.zone(), word).stream()
                .collect(Collectors.toMap(Came::step, one -> one));
        List<Step> steps = new ArrayList<>();
        for (LocalDate at = begin(filter.first(), unit); !at.isAfter(filter.last()); at = at.plus(1, unit)) {
            Came one = came.getOrDefault(at, new Came(at, 0, 0));
            LocalDate first = later(at, filter.first());
            LocalDate last = earlier(at.plus(1, unit).minusDays(1), filter.last());
            steps.add(new Step(
                    first,
                    last,
                    unit == ChronoUnit.MONTHS ? format.month(YearMonth.from(at)) : format.date(first),
                    one.opened(),
                    filter.tickets().days("createdAt", first, last).toString(),
                    one.solved(),
                    filter.tickets().days("solutionOn", first, last).toString()));
        }
        return steps;
    }

    private static LocalDate begin(LocalDate day, ChronoUnit unit) {
        return switch (unit) {
            case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHS -> day.withDayOfMonth(1);
            default -> day;
        };
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private String text(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
