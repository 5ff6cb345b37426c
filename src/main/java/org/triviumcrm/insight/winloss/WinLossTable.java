package org.triviumcrm.insight.winloss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.insight.winloss.WinLoss.Rate;
import org.triviumcrm.insight.winloss.WinLoss.Share;

/** All parts of the page below each other, to take along. */
@Component
class WinLossTable {

    private final MessageSource messages;

    WinLossTable(MessageSource messages) {
        this.messages = messages;
    }

    String name(WinLossFilter filter) {
        return text("insight.winloss.file") + "-" + filter.from() + "-" + filter.to();
    }

    List<String> titles() {
        return Stream.of("part", "name", "won", "wonAmount", "lost", "lostAmount", "rate")
                .map(head -> text("insight.winloss.head." + head))
                .toList();
    }

    List<List<@Nullable Object>> rows(WinLoss all) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        shares(rows, "reasons", all.reasons());
        shares(rows, "stages", all.stages());
        rates(rows, "competitors", all.competitors());
        rates(rows, "products", all.products());
        rates(rows, "months", all.months());
        rates(rows, "teams", all.teams());
        rates(rows, "people", all.people());
        return rows;
    }

    private void shares(List<List<@Nullable Object>> rows, String part, List<Share> shares) {
        shares.forEach(share ->
                rows.add(Arrays.asList(part(part), share.name(), null, null, share.count(), share.amount(), null)));
    }

    private void rates(List<List<@Nullable Object>> rows, String part, List<Rate> rates) {
        rates.forEach(rate -> rows.add(Arrays.asList(
                part(part),
                rate.name(),
                rate.won(),
                rate.wonAmount(),
                rate.lost(),
                rate.lostAmount(),
                rate.percent())));
    }

    private String part(String part) {
        return text("insight.winloss." + part);
    }

    private String text(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
