package org.triviumcrm.insight.people;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which expenses.
 *
 * @param from the first day; the present quarter without one
 * @param to the last day
 */
public record ExpenseFilter(
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to,

        @Nullable ExpenseCut by) {

    static final String PATH = "/insight/expenses";

    static ExpenseFilter none() {
        return new ExpenseFilter(null, null, null);
    }

    /** With nothing open; days the wrong way round are turned. */
    ExpenseFilter filled(LocalDate today) {
        Span span =
                new PeopleFilter(from, to, null, null, null, null).filled(today).span();
        return new ExpenseFilter(span.from(), span.to(), by == null ? ExpenseCut.PERSON : by);
    }

    public Span span() {
        return new Span(Objects.requireNonNull(from), Objects.requireNonNull(to));
    }

    public String spanHref(Span other) {
        return new ExpenseFilter(other.from(), other.to(), by).href(PATH);
    }

    public String cutHref(ExpenseCut other) {
        return new ExpenseFilter(from, to, other).href(PATH);
    }

    public String exportHref(String ending) {
        return href(PATH + "/export." + ending);
    }

    private String href(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("from", from)
                .queryParam("to", to)
                .queryParam("by", by)
                .toUriString();
    }
}
