package org.triviumcrm.insight.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.insight.people.Deeds.Fact;

/**
 * Which activities.
 *
 * @param person null for everybody
 * @param team of people in these; 0 for those in none; null for all
 * @param kind null for all
 * @param spent those that have cost something, whether they have taken place or not
 * @param opportunity those about it alone, whoever did them; null for all
 * @param before the place at which the page before ended
 */
public record DoneFilter(
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to,

        @Nullable Long person,
        @Nullable List<Long> team,
        @Nullable Fact kind,
        @Nullable Boolean spent,
        @Nullable Long opportunity,
        @Nullable String before) {

    static final String PATH = "/insight/people/activities";

    static DoneFilter none() {
        return new DoneFilter(null, null, null, null, null, null, null, null);
    }

    /** The present month where no days are said. */
    DoneFilter filled(LocalDate today) {
        Span usual = Span.monthOf(today);
        return new DoneFilter(
                from == null ? usual.from() : from,
                to == null ? usual.to() : to,
                person,
                team,
                kind,
                spent,
                opportunity,
                before);
    }

    public Span span() {
        return new Span(Objects.requireNonNull(from), Objects.requireNonNull(to));
    }

    boolean costs() {
        return Boolean.TRUE.equals(spent);
    }

    /** The page that goes on at a place. */
    String next(String place) {
        UriComponentsBuilder uri =
                UriComponentsBuilder.fromPath(PATH).queryParam("from", from).queryParam("to", to);
        if (person != null) {
            uri.queryParam("person", person);
        }
        if (team != null) {
            uri.queryParam("team", team);
        }
        if (kind != null) {
            uri.queryParam("kind", kind);
        }
        if (opportunity != null) {
            uri.queryParam("opportunity", opportunity);
        }
        if (costs()) {
            uri.queryParam("spent", true);
        }
        return uri.queryParam("before", "{place}")
                .encode()
                .buildAndExpand(place)
                .toUriString();
    }
}
