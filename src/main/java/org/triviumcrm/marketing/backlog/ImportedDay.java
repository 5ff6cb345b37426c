package org.triviumcrm.marketing.backlog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportRow;

/** A row of the file: a day of a campaign. Which campaign that is, is said once it is known. */
final class ImportedDay {

    static final String REFERENCE = "campaignReference";
    static final String NAME = "campaignName";
    static final String DAY = "day";
    private static final List<String> REPORTED = List.of("impressions", "clicks", "leads", "orders", "revenue");

    private final ImportRow row;
    private final ImportContext context;
    private @Nullable Long campaignId;

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

    LocalDate day() {
        return Objects.requireNonNull(row.date(DAY));
    }

    String currency() {
        return Objects.requireNonNullElse(row.text("currency"), context.currency());
    }

    BigDecimal cost() {
        return Objects.requireNonNullElse(row.decimal("cost"), BigDecimal.ZERO);
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
