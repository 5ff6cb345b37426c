package org.triviumcrm.insight.roi;

import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.sales.AttributionModel;

/**
 * Which of the opportunities that campaigns have brought are asked for. The same as {@link RoiFilter}, but months may be open.
 *
 * @param from the first month; from the beginning without one
 * @param to the last month; up to the last that is expected without one
 * @param outcome null for all of them
 * @param campaign one alone
 * @param divided whether amounts are divided evenly among the products of a campaign, as in a cut by product
 * @param after where the page begins, as {@link Place} writes it
 */
record BroughtFilter(
        @Nullable @DateTimeFormat(pattern = "yyyy-MM") YearMonth from,
        @Nullable @DateTimeFormat(pattern = "yyyy-MM") YearMonth to,
        @Nullable AttributionModel model,
        @Nullable BroughtOutcome outcome,
        @Nullable Long campaign,
        @Nullable Long method,
        @Nullable String region,
        @Nullable Long product,
        @Nullable Long root,

        @Nullable @Digits(integer = RoiFilter.DIGITS, fraction = RoiFilter.DECIMALS)
        BigDecimal low,

        @Nullable @Digits(integer = RoiFilter.DIGITS, fraction = RoiFilter.DECIMALS)
        BigDecimal high,

        @Nullable @DateTimeFormat(pattern = "yyyy-MM") YearMonth spentFrom,
        @Nullable @DateTimeFormat(pattern = "yyyy-MM") YearMonth spentTo,
        @Nullable Boolean divided,
        @Nullable String after) {

    static final String PATH = RoiFilter.PATH + "/opportunities";

    /** The last row of a page. */
    record Place(LocalDate day, long opportunityId, long campaignId) {

        static @Nullable Place of(@Nullable String written) {
            if (written == null || !written.matches("\\d{4}-\\d\\d-\\d\\d_\\d{1,18}_\\d{1,18}")) {
                return null;
            }
            String[] parts = written.split("_", -1);
            try {
                return new Place(LocalDate.parse(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
            } catch (DateTimeParseException e) {
                return null;
            }
        }

        String written() {
            return day + "_" + opportunityId + "_" + campaignId;
        }
    }

    static BroughtFilter none() {
        return new BroughtFilter(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** What the figures of a return are made of. */
    static BroughtFilter of(RoiFilter asked, boolean divided) {
        return new BroughtFilter(
                asked.since(),
                asked.until(),
                asked.reckoning(),
                null,
                null,
                asked.method(),
                asked.region(),
                asked.product(),
                asked.root(),
                asked.low(),
                asked.high(),
                asked.spentFrom(),
                asked.spentTo(),
                divided ? true : null,
                null);
    }

    BroughtFilter of(long one) {
        return new BroughtFilter(
                from, to, model, outcome, one, null, null, null, null, low, high, spentFrom, spentTo, divided, null);
    }

    BroughtFilter being(@Nullable BroughtOutcome other) {
        return new BroughtFilter(
                from, to, model, other, campaign, method, region, product, root, low, high, spentFrom, spentTo, divided,
                null);
    }

    BroughtFilter from(String place) {
        return new BroughtFilter(
                from, to, model, outcome, campaign, method, region, product, root, low, high, spentFrom, spentTo,
                divided, place);
    }

    /** The campaigns and months of it; those that are open from the very first to the very last. */
    RoiFilter returns() {
        return new RoiFilter(
                        from,
                        to,
                        model,
                        RoiCut.CAMPAIGN,
                        null,
                        method,
                        region,
                        product,
                        root,
                        low,
                        high,
                        spentFrom,
                        spentTo,
                        null)
                .opened();
    }

    boolean isDivided() {
        return Boolean.TRUE.equals(divided);
    }

    /** Whether more than a campaign, the months, the outcome and the model decides what is shown. */
    public boolean isNarrowed() {
        return method != null
                || region != null
                || product != null
                || root != null
                || low != null
                || high != null
                || isDivided();
    }

    @Nullable
    Place place() {
        return Place.of(after);
    }

    /** Of every campaign, with the months, the outcome and the reckoning as they are. */
    public String wideHref() {
        return new BroughtFilter(
                        from, to, model, outcome, null, null, null, null, null, null, null, null, null, null, null)
                .href();
    }

    /** All of it as a file, from its beginning. */
    public String exportHref(String ending) {
        return new BroughtFilter(
                        from, to, model, outcome, campaign, method, region, product, root, low, high, spentFrom,
                        spentTo, divided, null)
                .href()
                .replaceFirst(PATH, PATH + "/export." + ending);
    }

    public String href() {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(PATH);
        add(uri, "from", from);
        add(uri, "to", to);
        add(uri, "model", model);
        add(uri, "outcome", outcome);
        add(uri, "campaign", campaign);
        add(uri, "method", method);
        add(uri, "region", region);
        add(uri, "product", product);
        add(uri, "root", root);
        add(uri, "low", low == null ? null : low.toPlainString());
        add(uri, "high", high == null ? null : high.toPlainString());
        add(uri, "spentFrom", spentFrom);
        add(uri, "spentTo", spentTo);
        add(uri, "divided", divided);
        add(uri, "after", after);
        return uri.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder uri, String name, @Nullable Object value) {
        if (value != null) {
            uri.queryParam(name, value);
        }
    }
}
