package org.triviumcrm.insight.winloss;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.winloss.WinLoss.Rate;
import org.triviumcrm.insight.winloss.WinLoss.Share;
import org.triviumcrm.insight.winloss.WinLossRepository.Ended;
import org.triviumcrm.insight.winloss.WinLossRepository.Sum;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.list.ListLink;

/** Why the opportunities in a viewer's reach were won and lost; every number leads to its rows. */
@Service
class WinLossService {

    private static final int PEOPLE = 50;

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
    @Transactional(readOnly = true)
    public WinLoss of(Viewer viewer, WinLossFilter filter) {
        Scope scope = viewer.scope("opportunity");
        return new WinLoss(
                states(decided.byState(scope, filter), filter),
                shares(decided.lostBy("lost_reason", scope, filter), filter, "lostReason"),
                shares(decided.lostBy("competitor", scope, filter), filter, "competitor"),
                decided.byMonth(scope, filter).stream()
                        .map(month -> month(month, filter))
                        .toList(),
                decided.byPerson(scope, filter, PEOPLE).stream()
                        .map(person -> person(person, filter))
                        .toList());
    }

    private List<Share> states(List<Sum> found, WinLossFilter filter) {
        long all = total(found);
        return List.of("WON", "LOST", "TERMINATED").stream()
                .map(state -> found.stream()
                        .filter(sum -> state.equals(sum.name()))
                        .findFirst()
                        .orElse(new Sum(0, state, 0, BigDecimal.ZERO)))
                .map(sum -> share(sum, text("sales.state." + sum.name()), all, filter.rows(String.valueOf(sum.name()))))
                .toList();
    }

    private List<Share> shares(List<Sum> found, WinLossFilter filter, String column) {
        long all = total(found);
        Function<Sum, ListLink> rows = sum -> sum.id() == 0
                ? filter.rows("LOST").empty(column)
                : filter.rows("LOST").is(column, sum.id());
        return found.stream()
                .map(sum -> share(
                        sum, sum.name() == null ? text("insight.winloss.unknown") : sum.name(), all, rows.apply(sum)))
                .toList();
    }

    private static Share share(Sum sum, String name, long all, ListLink rows) {
        int percent = all == 0 ? 0 : (int) Math.round(100.0 * sum.count() / all);
        return new Share(name, sum.count(), sum.amount(), percent, rows.toString());
    }

    private static long total(List<Sum> sums) {
        return sums.stream().mapToLong(Sum::count).sum();
    }

    private Rate month(Ended ended, WinLossFilter filter) {
        YearMonth month = YearMonth.from(Objects.requireNonNull(ended.month()));
        Function<String, String> rows = state ->
                filter.rows(state, month.atDay(1), month.atEndOfMonth()).toString();
        return new Rate(format.month(month), ended.won(), rows.apply("WON"), ended.lost(), rows.apply("LOST"));
    }

    private static Rate person(Ended ended, WinLossFilter filter) {
        WinLossFilter whose = new WinLossFilter(filter.from(), filter.to(), ended.id());
        return new Rate(
                String.valueOf(ended.name()),
                ended.won(),
                whose.rows("WON").toString(),
                ended.lost(),
                whose.rows("LOST").toString());
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
