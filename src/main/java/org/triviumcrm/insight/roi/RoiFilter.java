package org.triviumcrm.insight.roi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;
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
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable Boolean worst) {

    static final String PATH = "/insight/return";

    /** In the place of a product: campaigns that are for none. */
    static final long NO_PRODUCT = 0;

    /** No campaign has been or will be outside of these. */
    private static final YearMonth BEGINNING = YearMonth.of(1900, 1);

    private static final YearMonth END = YearMonth.of(2999, 12);
    private static final int MOST_BANDS = 12;

    /** With both months, the reckoning and the cut. */
    RoiFilter filled(YearMonth present) {
        YearMonth last = to != null ? to : from != null && from.isAfter(present) ? from : present;
        YearMonth first = from == null ? last.withMonth(1) : from;
        return new RoiFilter(
                first,
                last,
                model == null ? AttributionModel.EVEN : model,
                cut == null ? RoiCut.CAMPAIGN : cut,
                bands,
                method,
                region,
                product,
                root,
                low,
                high,
                worst);
    }

    /** All campaigns in these months, one by one. */
    public static RoiFilter months(YearMonth from, YearMonth to, AttributionModel model) {
        return new RoiFilter(from, to, model, RoiCut.CAMPAIGN, null, null, null, null, null, null, null, false);
    }

    /** All campaigns, whenever. */
    static RoiFilter ever(@Nullable AttributionModel model) {
        return months(BEGINNING, END, model == null ? AttributionModel.EVEN : model);
    }

    /** With open months as wide as can be. */
    RoiFilter opened() {
        return new RoiFilter(
                from == null ? BEGINNING : from,
                to == null ? END : to,
                model,
                cut,
                bands,
                method,
                region,
                product,
                root,
                low,
                high,
                worst);
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
        return new RoiFilter(from, to, model, other, bands, method, region, product, root, low, high, worstFirst);
    }

    static RoiFilter none() {
        return new RoiFilter(null, null, null, null, null, null, null, null, null, null, null, false);
    }

    /** The same with bands found from the data. */
    RoiFilter withoutBands() {
        return new RoiFilter(from, to, model, cut, null, method, region, product, root, low, high, worst);
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
        if (bands == null || bands.isBlank()) {
            return List.of();
        }
        try {
            List<BigDecimal> ends = Arrays.stream(bands.trim().split("[,;，；\\s]+"))
                    .map(BigDecimal::new)
                    .distinct()
                    .sorted()
                    .toList();
            return ends.size() > MOST_BANDS || ends.get(0).signum() <= 0 ? null : ends;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    public boolean isNarrowed() {
        return method != null || region != null || product != null || root != null || low != null || high != null;
    }

    /** The same page with this cut and nothing else changed. */
    public String href(RoiCut other) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(PATH).queryParam("cut", other);
        add(uri, "from", from);
        add(uri, "to", to);
        add(uri, "model", model);
        add(uri, "bands", bands);
        add(uri, "worst", isWorstFirst() ? "true" : null);
        add(uri, "low", low == null ? null : low.toPlainString());
        add(uri, "high", high == null ? null : high.toPlainString());
        add(uri, "method", method);
        add(uri, "region", region);
        add(uri, "product", product);
        add(uri, "root", root);
        return uri.encode().build().toUriString();
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
            case MONTH -> with(YearMonth.parse(key), YearMonth.parse(key), method, region, product, root, low, high);
            case BAND -> with(from, to, method, region, product, root, lowest, highest);
            case CAMPAIGN -> this;
        };
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
                first, last, model, cut, bands, ofMethod, inRegion, ofProduct, below, lowest, highest, worst);
    }

    private static void add(UriComponentsBuilder uri, String name, @Nullable Object value) {
        if (value != null) {
            uri.queryParam(name, value);
        }
    }
}
