package org.triviumcrm.marketing.backlog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportRow;

/** A row of the file: a day of a campaign. Which campaign that is, is said once it is known. */
final class ImportedDay {

    static final String REFERENCE = "campaignReference";
    static final String NAME = "campaignName";
    static final String DAY = "day";
    static final String REGION = "region";
    static final String PLAN = "plan";
    static final String PARENT = "parent";
    private static final List<String> PRODUCTS = List.of("product", "secondProduct", "thirdProduct");
    private static final List<String> REPORTED = List.of("impressions", "clicks", "leads", "orders", "revenue");

    private final ImportRow row;
    private final ImportContext context;
    private @Nullable Long campaignId;
    private @Nullable BigDecimal baseCost;

    ImportedDay(ImportRow row, ImportContext context) {
        this.row = row;
        this.context = context;
    }

    ImportRow row() {
        return row;
    }

    boolean stands() {
        return row.refusal() == null && campaignId != null;
    }

    /** Its reference, else its name, where capitals make no difference. */
    String campaign() {
        String reference = row.text(REFERENCE);
        return reference == null ? "name " + written().toLowerCase(Locale.ROOT) : "reference " + reference;
    }

    /** What must be there only once in a file. */
    List<Object> key() {
        return Arrays.asList(campaign(), day(), row.id("costCategory"));
    }

    /** What the campaign is to be called. */
    String name() {
        return context.option(CampaignImport.NAMES).equals(CampaignImport.SMALL)
                ? written().toLowerCase(Locale.ROOT)
                : written();
    }

    private String written() {
        return Objects.requireNonNull(row.text(NAME));
    }

    @Nullable
    String region() {
        String region = row.text(REGION);
        return region == null || region.isBlank() ? null : region.strip();
    }

    @Nullable
    Long plan() {
        return row.id(PLAN);
    }

    @Nullable
    Long parent() {
        return row.id(PARENT);
    }

    /** Refuses those of the days of one campaign that say something else of it than an earlier one. */
    static void agree(List<ImportedDay> days) {
        agree(days, REGION, ImportedDay::region);
        agree(days, PLAN, ImportedDay::plan);
        agree(days, PARENT, ImportedDay::parent);
    }

    private static void agree(List<ImportedDay> days, String field, Function<ImportedDay, @Nullable Object> said) {
        Object first =
                days.stream().map(said).filter(Objects::nonNull).findFirst().orElse(null);
        days.stream()
                .filter(day -> day.row.refusal() == null
                        && said.apply(day) != null
                        && !said.apply(day).equals(first))
                .forEach(day -> day.row.refuse("exchange.refusal.saidOtherwise", field, day.written()));
    }

    /** Products that it names. */
    Stream<Long> products() {
        return PRODUCTS.stream().map(row::id).filter(Objects::nonNull);
    }

    LocalDate day() {
        return Objects.requireNonNull(row.date(DAY));
    }

    String currency() {
        return Objects.requireNonNullElse(row.text("currency"), context.currency());
    }

    BigDecimal cost() {
        return Objects.requireNonNullElse(row.decimal("cost"), BigDecimal.ZERO);
    }

    /** @param cost in the company's currency */
    void costs(BigDecimal cost) {
        baseCost = cost;
    }

    /** In the company's currency, once {@link #costs} has said it; else as it stands there. */
    BigDecimal baseCost() {
        return baseCost == null ? cost() : baseCost;
    }

    boolean isReported() {
        return REPORTED.stream().anyMatch(row::has);
    }

    /** Whether an amount in a currency is to be converted. */
    boolean isForeign() {
        return !currency().equals(context.currency())
                && Stream.of("cost", "revenue").anyMatch(row::has);
    }

    /** @param id 0 in a dry run for one that would be made */
    void belongsTo(long id) {
        campaignId = id;
    }

    long campaignId() {
        return Objects.requireNonNull(campaignId);
    }
}
