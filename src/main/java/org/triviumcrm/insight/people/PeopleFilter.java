package org.triviumcrm.insight.people;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Whose figures, of which days, in which order.
 *
 * @param from the first day; the present quarter without one
 * @param to the last day
 * @param team only what belongs to this team or one below it
 * @param up the least first
 */
public record PeopleFilter(
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to,

        @Nullable PeopleCut by,
        @Nullable PeopleMeasure measure,
        @Nullable Long team,
        @Nullable Boolean up) {

    static final String PATH = "/insight/people";

    /** So that nobody asks for the time since the Flood. */
    private static final int MOST_YEARS = 5;

    static PeopleFilter none() {
        return new PeopleFilter(null, null, null, null, null, null);
    }

    /** With nothing open; days the wrong way round are turned, and at most some years of them are told. */
    PeopleFilter filled(LocalDate today) {
        Span usual = Span.quarterOf(today);
        LocalDate first =
                from == null ? to == null ? usual.from() : YearMonth.from(to).atDay(1) : from;
        LocalDate last =
                to == null ? from == null ? usual.to() : YearMonth.from(from).atEndOfMonth() : to;
        LocalDate begin = first.isAfter(last) ? last : first;
        LocalDate end = first.isAfter(last) ? first : last;
        return new PeopleFilter(
                begin.isBefore(end.minusYears(MOST_YEARS))
                        ? end.minusYears(MOST_YEARS).plusDays(1)
                        : begin,
                end,
                by == null ? PeopleCut.PERSON : by,
                measure == null ? PeopleMeasure.WON_AMOUNT : measure,
                team,
                up == null ? chosen().lessIsBetter() : up);
    }

    PeopleMeasure chosen() {
        return measure == null ? PeopleMeasure.WON_AMOUNT : measure;
    }

    PeopleCut cut() {
        return by == null ? PeopleCut.PERSON : by;
    }

    public Span span() {
        return new Span(Objects.requireNonNull(from), Objects.requireNonNull(to));
    }

    boolean leastFirst() {
        return Boolean.TRUE.equals(up);
    }

    /** In another order: the best first, or turned round where it is by this already. */
    public String sortedHref(PeopleMeasure other) {
        boolean turned = other == chosen() && leastFirst() == other.lessIsBetter();
        return new PeopleFilter(from, to, by, other, team, turned != other.lessIsBetter()).href(PATH);
    }

    public String cutHref(PeopleCut other) {
        return new PeopleFilter(from, to, other, measure, other == PeopleCut.TEAM ? null : team, up).href(PATH);
    }

    public String spanHref(Span other) {
        return new PeopleFilter(other.from(), other.to(), by, measure, team, up).href(PATH);
    }

    /** The people of a team, or everybody. */
    public String teamHref(@Nullable Long other) {
        return new PeopleFilter(from, to, PeopleCut.PERSON, measure, other, up).href(PATH);
    }

    public String exportHref(String ending) {
        return href(PATH + "/export." + ending);
    }

    public String personHref(long person) {
        return personHref(person, span());
    }

    static String personHref(long person, Span span) {
        return UriComponentsBuilder.fromPath(PATH + "/" + person)
                .queryParam("from", span.from())
                .queryParam("to", span.to())
                .toUriString();
    }

    private String href(String path) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path)
                .queryParam("from", from)
                .queryParam("to", to)
                .queryParam("by", by)
                .queryParam("measure", measure)
                .queryParam("up", up);
        return (team == null ? uri : uri.queryParam("team", team)).toUriString();
    }
}
