package org.triviumcrm.insight.roi;

import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.triviumcrm.sales.AttributionModel;

/**
 * Which campaigns, months and reckoning a return is asked for.
 *
 * @param from the first month; that of the year without one
 * @param to the last month; the present one without one, or the first when that is still to come
 * @param bands where bands of investment end, such as {@code 1000, 5000}; four with as many campaigns each without any
 * @param region blank for campaigns without one; null for any
 * @param root a campaign with all its parts
 * @param low only campaigns that cost as much at least, in the company's currency
 * @param high only campaigns that cost as much at most
 * @param spentFrom the first month of what they cost for that; the first asked for without one
 * @param spentTo the last; the last asked for without one
 * @param worst whether the lowest return comes first
 */
public record RoiFilter(
        @Nullable @DateTimeFormat(pattern = "yyyy-MM") YearMonth from,
        @Nullable @DateTimeFormat(pattern = "yyyy-MM") YearMonth to,
        @Nullable AttributionModel model,
        @Nullable RoiCut cut,
        @Nullable String bands,
        @Nullable Long method,
        @Nullable String region,
        @Nullable Long product,
        @Nullable Long root,

        @Nullable @Digits(integer = DIGITS, fraction = DECIMALS)
        BigDecimal low,

        @Nullable @Digits(integer = DIGITS, fraction = DECIMALS)
        BigDecimal high,

        @Nullable @DateTimeFormat(pattern = "yyyy-MM") YearMonth spentFrom,
        @Nullable @DateTimeFormat(pattern = "yyyy-MM") YearMonth spentTo,
        @Nullable Boolean worst) {

    /** Amounts with more digits than these are none. */
    static final int DIGITS = 15;

    static final int DECIMALS = 6;

    static final String PATH = "/insight/return";

    /** In the place of a product: campaigns that are for none. */
    static final long NO_PRODUCT = 0;

    /** No campaign has been or will be outside of these. */
    private static final YearMonth BEGINNING = YearMonth.of(1900, 1);

    private static final YearMonth END = YearMonth.of(2999, 12);

    /** With both months, the reckoning and the cut. */
    RoiFilter filled(YearMonth present) {
        YearMonth last = to != null ? to : from != null && from.isAfter(present) ? from : present;
        YearMonth first = from == null ? last.withMonth(1) : from;
        return with(first, last, method, region, product, root, low, high).reckoned(reckoning(), by(), bands, worst);
    }

    /** All campaigns in these months, one by one. */
    public static RoiFilter months(YearMonth from, YearMonth to, AttributionModel model) {
        return new RoiFilter(
                from, to, model, RoiCut.CAMPAIGN, null, null, null, null, null, null, null, null, null, false);
    }

    /** All campaigns, whenever. */
    static RoiFilter ever(@Nullable AttributionModel model) {
        return months(BEGINNING, END, model == null ? AttributionModel.EVEN : model);
    }

    /** With open months as wide as can be. */
    RoiFilter opened() {
        return with(from == null ? BEGINNING : from, to == null ? END : to, method, region, product, root, low, high);
    }

    /** Null for the very first. */
    @Nullable
    YearMonth since() {
        return BEGINNING.equals(from) ? null : from;
    }

    /** Null for the very last. */
    @Nullable
    YearMonth until() {
        return END.equals(to) ? null : to;
    }

    /** The same in another cut. */
    public RoiFilter by(RoiCut other, boolean worstFirst) {
        return reckoned(model, other, bands, worstFirst);
    }

    static RoiFilter none() {
        return new RoiFilter(null, null, null, null, null, null, null, null, null, null, null, null, null, false);
    }

    /** The same with bands found from the data. */
    RoiFilter withoutBands() {
        return reckoned(model, cut, null, worst);
    }

    boolean isWorstFirst() {
        return Boolean.TRUE.equals(worst);
    }

    LocalDate first() {
        return from == null ? LocalDate.EPOCH : from.atDay(1);
    }

    LocalDate last() {
        return to == null ? LocalDate.EPOCH : to.atEndOfMonth();
    }

    AttributionModel reckoning() {
        return model == null ? AttributionModel.EVEN : model;
    }

    RoiCut by() {
        return cut == null ? RoiCut.CAMPAIGN : cut;
    }

    /** The ends of bands, ascending; null when what is said is none, empty when nothing is. */
    @Nullable
    List<BigDecimal> ends() {
        return InvestmentBands.ends(bands);
    }

    /** Whether what campaigns cost decides which of them are asked for. */
    boolean isByCost() {
        return low != null || high != null;
    }

    /** First day of what campaigns cost for that. */
    LocalDate firstSpent() {
        return spentFrom == null ? first() : spentFrom.atDay(1);
    }

    /** Last day of it. */
    LocalDate lastSpent() {
        return spentTo == null ? last() : spentTo.atEndOfMonth();
    }

    public boolean isNarrowed() {
        return method != null || region != null || product != null || root != null || low != null || high != null;
    }

    /** The same page with this cut and nothing else changed. */
    public String href(RoiCut other) {
        return RoiAddress.of(this, other);
    }

    /** The same rows as a file. */
    public String exportHref(String ending) {
        return href(by()).replaceFirst(PATH, PATH + "/export." + ending);
    }

    /** The campaigns of one row of a cut. */
    String campaigns(String key, @Nullable BigDecimal lowest, @Nullable BigDecimal highest) {
        return by() == RoiCut.CAMPAIGN
                ? "/marketing/campaigns/" + key
                : row(key, lowest, highest).href(RoiCut.CAMPAIGN);
    }

    /** The same narrowed to one row of a cut; a campaign alone is none. */
    RoiFilter row(String key, @Nullable BigDecimal lowest, @Nullable BigDecimal highest) {
        return switch (by()) {
            case METHOD -> with(from, to, Long.valueOf(key), region, product, root, low, high);
            case REGION -> with(from, to, method, key, product, root, low, high);
            case PRODUCT ->
                with(from, to, method, region, key.isEmpty() ? NO_PRODUCT : Long.valueOf(key), root, low, high);
            // what is asked for already is a part of it, or all of it
            case TREE -> with(from, to, method, region, product, root == null ? Long.valueOf(key) : root, low, high);
            case MONTH -> month(YearMonth.parse(key));
            case BAND ->
                with(from, to, method, region, product, root, lowest, highest).spent(null, null);
            case CAMPAIGN -> this;
        };
    }

    /** A month alone, of the campaigns whose cost in all months asked for is as asked. */
    private RoiFilter month(YearMonth month) {
        RoiFilter alone = with(month, month, method, region, product, root, low, high);
        return isByCost() ? alone.spent(spentFrom == null ? from : spentFrom, spentTo == null ? to : spentTo) : alone;
    }

    private RoiFilter spent(@Nullable YearMonth first, @Nullable YearMonth last) {
        return new RoiFilter(from, to, model, cut, bands, method, region, product, root, low, high, first, last, worst);
    }

    /**
     * The same narrowed to a method in a region.
     *
     * @param ofMethod null for all that are asked for
     * @param inRegion blank for campaigns without one; null for all that are asked for
     */
    RoiFilter cell(@Nullable Long ofMethod, @Nullable String inRegion) {
        return with(
                from,
                to,
                ofMethod == null ? method : ofMethod,
                inRegion == null ? region : inRegion,
                product,
                root,
                low,
                high);
    }

    private RoiFilter reckoned(
            @Nullable AttributionModel by,
            @Nullable RoiCut other,
            @Nullable String ends,
            @Nullable Boolean lowestFirst) {
        return new RoiFilter(
                from, to, by, other, ends, method, region, product, root, low, high, spentFrom, spentTo, lowestFirst);
    }

    private RoiFilter with(
            @Nullable YearMonth first,
            @Nullable YearMonth last,
            @Nullable Long ofMethod,
            @Nullable String inRegion,
            @Nullable Long ofProduct,
            @Nullable Long below,
            @Nullable BigDecimal lowest,
            @Nullable BigDecimal highest) {
        return new RoiFilter(
                first, last, model, cut, bands, ofMethod, inRegion, ofProduct, below, lowest, highest, spentFrom,
                spentTo, worst);
    }
}
