package org.triviumcrm.shared.list;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Writes the address of a list with filters, for figures that lead to their rows:
 *
 * <pre>{@code
 * ListLink.to("/sales/opportunities").is("state", "WON").is("owner", ownerId).days("closed", from, to).toString()
 * }</pre>
 *
 * <p>The list opens with exactly these filters, whatever view the person usually starts with.
 */
public final class ListLink {

    private final String path;
    private final List<String> names = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private ListLink(String path) {
        this.path = path;
    }

    public static ListLink to(String path) {
        return new ListLink(path);
    }

    /** One of these values (ids, constants of an enum, texts, {@code "me"}). */
    public ListLink is(String column, Object... any) {
        for (Object value : any) {
            put("f." + column, value instanceof Enum<?> constant ? constant.name() : value);
        }
        return this;
    }

    /** A number from one to another, both included; null: open to that side. */
    public ListLink range(String column, @Nullable BigDecimal from, @Nullable BigDecimal to) {
        return put(
                "f." + column,
                (from == null ? "" : from.toPlainString()) + ".." + (to == null ? "" : to.toPlainString()));
    }

    /** Days from one to another, both included; null: open to that side. */
    public ListLink days(String column, @Nullable LocalDate from, @Nullable LocalDate to) {
        return put("f." + column, (from == null ? "" : from) + ".." + (to == null ? "" : to));
    }

    /** Days that move with today. */
    public ListLink days(String column, RelativeDates span) {
        return put("f." + column, span.token());
    }

    public ListLink empty(String column) {
        return put("f." + column + ".empty", "");
    }

    public ListLink present(String column) {
        return put("f." + column + ".present", "");
    }

    /** Sorted by a column; {@code "-amount"} for the greatest first. */
    public ListLink sort(String order) {
        return put("sort", order);
    }

    private ListLink put(String name, Object value) {
        names.add(name);
        values.add(value);
        return this;
    }

    @Override
    public String toString() {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        for (int i = 0; i < names.size(); i++) {
            uri.queryParam(names.get(i), "{v" + i + "}");
        }
        if (names.isEmpty()) {
            uri.queryParam("view", 0);
        }
        return uri.encode().buildAndExpand(values.toArray()).toUriString();
    }
}
