package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the funnel said as a month began, stage by stage, and the opportunities of one stage.
 *
 * @param ahead which month it was said of, in months from that one; its stages count in the figure that led here
 * @param stages as they stood then
 * @param chosen the stage whose opportunities are shown
 * @param next where they go on; null at the end
 */
public record FunnelPastPage(
        FunnelFilter filter,
        YearMonth month,
        int ahead,
        List<MeasuredStage> stages,
        FunnelForecast forecast,
        MeasuredStage chosen,
        List<FunnelPastDeal> deals,
        @Nullable String next,
        String currency) {

    public YearMonth of() {
        return month.plusMonths(ahead);
    }

    /** What was said of that month. */
    public BigDecimal said() {
        return forecast.signedIn(ahead);
    }

    /** When what lay in a stage was to be signed. */
    public YearMonth signed(StageOutlook outlook) {
        return month.plusMonths(outlook.months());
    }

    public boolean counts(StageOutlook outlook) {
        return outlook.months() == ahead;
    }

    public MeasuredStage stage(long id) {
        return stages.stream().filter(stage -> stage.id() == id).findFirst().orElseThrow();
    }

    public String href(long stage) {
        return FunnelPast.href(filter, "/sales/funnel/accuracy/rows")
                .queryParam("month", month.atDay(1))
                .queryParam("ahead", ahead)
                .queryParam("stage", stage)
                .toUriString();
    }

    FunnelPastPage goingOn(FunnelPastDeal last) {
        String further = href(chosen.id()) + "&amount=" + last.amount().toPlainString() + "&after=" + last.id();
        return new FunnelPastPage(filter, month, ahead, stages, forecast, chosen, deals, further, currency);
    }

    public String back() {
        return FunnelPast.href(filter, "/sales/funnel/accuracy").toUriString();
    }
}
