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
        return href(other, null, null, this);
    }

    /** The same rows as a file. */
    public String exportHref(String ending) {
        return href(by()).replaceFirst(PATH, PATH + "/export." + ending);
    }

    /** The campaigns of one row of a cut. */
    String campaigns(String key, @Nullable BigDecimal lowest, @Nullable BigDecimal highest) {
        return switch (by()) {
            case METHOD -> href(RoiCut.CAMPAIGN, "method", key, this);
            case REGION -> href(RoiCut.CAMPAIGN, "region", key, this);
            case PRODUCT -> href(RoiCut.CAMPAIGN, "product", key, this);
            case TREE -> href(RoiCut.CAMPAIGN, "root", key, this);
            case MONTH -> href(RoiCut.CAMPAIGN, null, null, months(YearMonth.parse(key)));
            case BAND -> href(RoiCut.CAMPAIGN, null, null, costs(lowest, highest));
            case CAMPAIGN -> "/marketing/campaigns/" + key;
        };
    }

    /** The campaigns of a method in a region. */
    String campaigns(long methodId, String inRegion) {
        return href(
                RoiCut.CAMPAIGN,
                "method",
                "" + methodId,
                new RoiFilter(from, to, model, cut, bands, null, inRegion, product, root, low, high, worst));
    }

    private RoiFilter months(YearMonth month) {
        return new RoiFilter(month, month, model, cut, bands, method, region, product, root, low, high, worst);
    }

    private RoiFilter costs(@Nullable BigDecimal lowest, @Nullable BigDecimal highest) {
        return new RoiFilter(from, to, model, cut, bands, method, region, product, root, lowest, highest, worst);
    }

    private static String href(RoiCut cut, @Nullable String name, @Nullable String value, RoiFilter f) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(PATH).queryParam("cut", cut);
        add(uri, "from", f.from);
        add(uri, "to", f.to);
        add(uri, "model", f.model);
        add(uri, "bands", f.bands);
        add(uri, "worst", f.isWorstFirst() ? "true" : null);
        add(uri, "low", f.low == null ? null : f.low.toPlainString());
        add(uri, "high", f.high == null ? null : f.high.toPlainString());
        add(uri, "method", "method".equals(name) ? value : f.method);
        add(uri, "region", "region".equals(name) ? value : f.region);
        add(uri, "product", "product".equals(name) ? value : f.product);
        add(uri, "root", "root".equals(name) ? value : f.root);
        return uri.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder uri, String name, @Nullable Object value) {
        if (value != null) {
            uri.queryParam(name, value);
        }
    }
}
