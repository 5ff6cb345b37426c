package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.customer.FieldCarrier;
import org.triviumcrm.sales.exit.Around;
import org.triviumcrm.sales.exit.OpportunityFacts;
import org.triviumcrm.sales.exit.Surroundings;
import org.triviumcrm.sales.opportunity.ImportedStageRepository.Stage;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportRow;

/** What approvals look at of opportunities that are imported. */
final class ImportedFacts {

    private ImportedFacts() {}

    /** A new one; may refuse the row when its amount can't be converted. */
    static OpportunityFacts of(ImportedOpportunity one, ImportContext context, Around around, CustomValues custom) {
        ImportRow row = one.row();
        Stage begun = Objects.requireNonNull(one.stage());
        Surroundings there = around.of(row.id("customer"), row.id("product"));
        String currency = row.text("currency") == null ? context.currency() : String.valueOf(row.text("currency"));
        BigDecimal probability = row.decimal("probability");
        return new OpportunityFacts(
                null,
                Objects.requireNonNullElse(row.text("name"), ""),
                row.id("customer"),
                row.id("product"),
                there,
                row.decimal("amount"),
                currency,
                one.base(row.decimal("amount"), currency, one.isClosed() ? one.closedOn() : null),
                probability == null ? begun.probability() : probability,
                row.date("closedOn"),
                begun.pipelineId(),
                begun.id(),
                begun.first(),
                begun.kind(),
                one.enteredAt(),
                Objects.requireNonNullElse(row.id("owner"), 0L),
                one.team(),
                null, // a job puts it where it belongs
                custom,
                0);
    }

    /** An existing one after its changes. */
    static OpportunityFacts after(
            OpportunityFacts now, Map<String, Object> changes, @Nullable Stage stage, Around around) {
        OpportunityFacts after = now;
        if (changes.containsKey("customer_id") || changes.containsKey("product_id")) {
            Long customer = changes.containsKey("customer_id") ? id(changes.get("customer_id")) : now.customerId();
            Long product = changes.containsKey("product_id") ? id(changes.get("product_id")) : now.productId();
            after = after.about(customer, product, around.of(now, customer, product));
        }
        BigDecimal amount = changes.containsKey("amount") ? (BigDecimal) changes.get("amount") : now.amount();
        String currency = String.valueOf(changes.getOrDefault("currency", now.currency()));
        BigDecimal base = (BigDecimal) changes.getOrDefault("base_amount", now.baseAmount());
        after = after.worth(amount, currency, base);
        if (changes.containsKey("expected_close_date")) {
            after = after.expected((LocalDate) changes.get("expected_close_date"), null);
        }
        if (changes.containsKey("probability")) {
            after = after.expected(after.expectedClose(), (BigDecimal) changes.get("probability"));
        }
        if (stage != null && stage.isOpen()) {
            after = after.in(stage.id(), stage.probability());
        }
        if (changes.get(FieldCarrier.COLUMN) instanceof CustomValues custom) {
            after = after.saying(custom);
        }
        Long owner = changes.containsKey("owner_id") ? id(changes.get("owner_id")) : Long.valueOf(now.ownerId());
        Long team = changes.containsKey("owner_id") ? id(changes.get("team_id")) : now.teamId();
        return after.heldBy(
                owner == null ? now.ownerId() : owner, team, stage == null ? now.pipelineId() : stage.pipelineId());
    }

    static @Nullable Long id(@Nullable Object value) {
        return value == null ? null : Long.valueOf(value.toString());
    }
}
