package org.triviumcrm.insight.winloss;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.winloss.WinLoss.Rate;
import org.triviumcrm.insight.winloss.WinLoss.Share;
import org.triviumcrm.insight.winloss.WinLossRepository.Cut;
import org.triviumcrm.insight.winloss.WinLossRepository.Ended;
import org.triviumcrm.insight.winloss.WinLossRepository.Sum;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.list.ListLink;

/** Why the opportunities in a viewer's reach were won and lost; every number leads to its rows. */
@Service
@Transactional(readOnly = true)
class WinLossService {

    private final WinLossRepository decided;
    private final Format format;
    private final MessageSource messages;

    WinLossService(WinLossRepository decided, Format format, MessageSource messages) {
        this.decided = decided;
        this.format = format;
        this.messages = messages;
    }

    /** @param filter with both months named */
    @CanViewWinLoss
    public WinLoss of(Viewer viewer, WinLossFilter filter) {
        return all(viewer, filter);
    }

    /** @throws AccessDeniedException for somebody who may not see it */
    @CanExportWinLoss
    public WinLoss export(Viewer viewer, WinLossFilter filter) {
        if (!viewer.can("sales.opportunity.view")) {
            throw new AccessDeniedException("No wins and losses for this viewer");
        }
        return all(viewer, filter);
    }

    private WinLoss all(Viewer viewer, WinLossFilter filter) {
        Scope scope = viewer.scope("opportunity");
        List<Sum> ended = decided.byState(scope, filter);
        return new WinLoss(
                states(ended, filter),
                shares(decided.lostBy("lost_reason", "lost_reason_id", scope, filter), filter, "lostReason"),
                shares(decided.lostBy("stage", "lost_stage_id", scope, filter), filter, "lostStage"),
                rates(withTheRest(decided.byCompetitor(scope, filter), ended), named(filter, "competitor"), null),
                rates(decided.byProduct(scope, filter), named(filter, "product"), null),
                decided.by(Cut.MONTH, scope, filter).stream()
                        .map(month -> month(month, filter))
                        .toList(),
                rates(
                        decided.by(Cut.TEAM, scope, filter),
                        named(filter.of(List.of()), "team"),
                        team -> team.id() == 0
                                ? null
                                : filter.of(List.of(team.id())).href()),
                rates(
                        decided.by(Cut.PERSON, scope, filter),
                        (person, state) -> filter.of(person.id()).rows(state),
                        person -> filter.of(person.id()).href()));
    }

    private List<Share> states(List<Sum> found, WinLossFilter filter) {
        long all = total(found);
        return List.of("WON", "LOST", "TERMINATED").stream()
                .map(state -> of(state, found))
                .map(sum -> share(sum, text("sales.state." + sum.name()), all, filter.rows(String.valueOf(sum.name()))))
                .toList();
    }

    private List<Share> shares(List<Sum> found, WinLossFilter filter, String column) {
        long all = total(found);
        Function<Sum, ListLink> rows = sum -> sum.id() == 0
                ? filter.rows("LOST").empty(column)
                : filter.rows("LOST").is(column, sum.id());
        return found.stream()
                .map(sum -> share(sum, name(sum.name()), all, rows.apply(sum)))
                .toList();
    }

    private static Share share(Sum sum, String name, long all, ListLink rows) {
        int percent = all == 0 ? 0 : (int) Math.round(100.0 * sum.count() / all);
        return new Share(name, sum.count(), sum.amount(), percent, rows.toString());
    }

    /** After those that are named, all others that were decided. */
    private static List<Ended> withTheRest(List<Ended> named, List<Sum> all) {
        Sum won = of("WON", all);
        Sum lost = of("LOST", all);
        Ended rest = new Ended(
                0,
                null,
                null,
                won.count() - named.stream().mapToLong(Ended::won).sum(),
                named.stream().map(Ended::wonAmount).reduce(won.amount(), BigDecimal::subtract),
                lost.count() - named.stream().mapToLong(Ended::lost).sum(),
                named.stream().map(Ended::lostAmount).reduce(lost.amount(), BigDecimal::subtract));
        return rest.won() + rest.lost() == 0
                ? named
                : Stream.concat(named.stream(), Stream.of(rest)).toList();
    }

    private static Sum of(String state, List<Sum> all) {
        return all.stream()
                .filter(sum -> state.equals(sum.name()))
                .findFirst()
                .orElse(new Sum(0, state, 0, BigDecimal.ZERO));
    }

    private static long total(List<Sum> sums) {
        return sums.stream().mapToLong(Sum::count).sum();
    }

    private static BiFunction<Ended, String, ListLink> named(WinLossFilter filter, String column) {
        return (ended, state) -> ended.id() == 0
                ? filter.rows(state).empty(column)
                : filter.rows(state).is(column, ended.id());
    }

    private List<Rate> rates(
            List<Ended> found,
            BiFunction<Ended, String, ListLink> rows,
            @Nullable Function<Ended, @Nullable String> href) {
        return found.stream()
                .map(ended -> rate(name(ended.name()), href == null ? null : href.apply(ended), ended, rows))
                .toList();
    }

    private Rate month(Ended ended, WinLossFilter filter) {
        YearMonth month = YearMonth.from(Objects.requireNonNull(ended.month()));
        return rate(
                format.month(month),
                null,
                ended,
                (one, state) -> filter.rows(state, month.atDay(1), month.atEndOfMonth()));
    }

    private static Rate rate(
            String name, @Nullable String href, Ended ended, BiFunction<Ended, String, ListLink> rows) {
        return new Rate(
                name,
                href,
                ended.won(),
                ended.wonAmount(),
                rows.apply(ended, "WON").toString(),
                ended.lost(),
                ended.lostAmount(),
                rows.apply(ended, "LOST").toString());
    }

    private String name(@Nullable String name) {
        return name == null ? text("insight.winloss.unknown") : name;
    }

    private String text(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
