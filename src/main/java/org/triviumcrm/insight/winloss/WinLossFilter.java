package org.triviumcrm.insight.winloss;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.shared.list.ListLink;

/**
 * The months in which opportunities were decided, both included, and whose they are; null for everybody's.
 *
 * @param from the last twelve months without one
 * @param team of one of these teams; null for all
 */
public record WinLossFilter(
        @Nullable @DateTimeFormat(pattern = "yyyy-MM") YearMonth from,
        @Nullable @DateTimeFormat(pattern = "yyyy-MM") YearMonth to,
        @Nullable Long owner,
        @Nullable List<Long> team) {

    static final String PATH = "/insight/win-loss";

    private static final int USUAL_MONTHS = 12;

    static WinLossFilter none() {
        return new WinLossFilter(null, null, null, null);
    }

    /** With both months named. */
    WinLossFilter filled(YearMonth present) {
        YearMonth last = to == null ? present : to;
        return new WinLossFilter(
                from == null ? last.minusMonths(USUAL_MONTHS - 1) : from,
                last,
                owner,
                team == null || team.isEmpty() ? null : team);
    }

    LocalDate first() {
        return from == null ? LocalDate.EPOCH : from.atDay(1);
    }

    LocalDate last() {
        return to == null ? LocalDate.EPOCH : to.atEndOfMonth();
    }

    WinLossFilter of(long person) {
        return new WinLossFilter(from, to, person, team);
    }

    WinLossFilter of(List<Long> teams) {
        return new WinLossFilter(from, to, owner, teams.isEmpty() ? null : teams);
    }

    /** The opportunities of a state in these months. */
    ListLink rows(String state) {
        return rows(state, first(), last());
    }

    ListLink rows(String state, LocalDate firstDay, LocalDate lastDay) {
        ListLink link = ListLink.to("/sales/opportunities").is("state", state).days("closedOn", firstDay, lastDay);
        ListLink its = owner == null ? link : link.is("owner", owner);
        return team == null ? its : its.is("team", team.toArray());
    }

    /** Everybody's in these months. */
    public String everybodyHref() {
        return new WinLossFilter(from, to, null, null).href(PATH);
    }

    public String exportHref(String ending) {
        return href(PATH + "/export." + ending);
    }

    String href() {
        return href(PATH);
    }

    private String href(String path) {
        UriComponentsBuilder uri =
                UriComponentsBuilder.fromPath(path).queryParam("from", from).queryParam("to", to);
        if (owner != null) {
            uri.queryParam("owner", owner);
        }
        return (team == null ? uri : uri.queryParam("team", team)).toUriString();
    }
}
