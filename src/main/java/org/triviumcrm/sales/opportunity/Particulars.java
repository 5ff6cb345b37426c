package org.triviumcrm.sales.opportunity;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.exit.FactKeys;
import org.triviumcrm.sales.pipeline.ForecastCategory;
import org.triviumcrm.sales.pipeline.StageField;

/** What is known of an opportunity: with whom, what, for how much, when, and what comes next. */
@Embeddable
class Particulars {

    private String name;
    private @Nullable Long customerId;
    private @Nullable Long contactId;
    private @Nullable Long productId;

    /** The main one while it is not decided; of a lost one, whom it was lost to. */
    private @Nullable Long competitorId;

    private @Nullable BigDecimal amount;
    private String currency;

    @NotAudited
    private BigDecimal baseAmount = BigDecimal.ZERO;

    private @Nullable LocalDate expectedCloseDate;
    private @Nullable String description;
    private @Nullable String nextStep;

    /** What somebody has said of it; null: as its stage says. */
    @Enumerated(EnumType.STRING)
    private @Nullable ForecastCategory forecastChoice;

    @SuppressWarnings("NullAway")
    Particulars() {}

    void set(OpportunityInput fields, BigDecimal newBaseAmount) {
        name = fields.name();
        customerId = fields.customerId();
        contactId = fields.contactId();
        productId = fields.productId();
        competitorId = fields.competitorId();
        price(fields.amount(), fields.currency(), newBaseAmount);
        expectedCloseDate = fields.expectedCloseDate();
        nextStep = fields.nextStep();
        description = fields.description();
    }

    void price(@Nullable BigDecimal newAmount, String newCurrency, BigDecimal newBaseAmount) {
        amount = newAmount;
        currency = newCurrency;
        baseAmount = newBaseAmount;
    }

    /** @param choice null: as its stage says */
    void foresee(@Nullable ForecastCategory choice) {
        forecastChoice = choice;
    }

    /** @param competitor who got it; null for nobody, or not known */
    void lostTo(@Nullable Long competitor) {
        competitorId = competitor;
    }

    /** Takes over what was said of the fields asked for. */
    void learn(StageAnswers said, Set<StageField> asked, BigDecimal newBaseAmount) {
        for (StageField field : asked) {
            if (!said.answers(field)) {
                continue;
            }
            switch (field) {
                case CUSTOMER -> customerId = said.customerId();
                case CONTACT -> contactId = said.contactId();
                case PRODUCT -> productId = said.productId();
                case COMPETITOR -> competitorId = said.competitorId();
                case EXPECTED_CLOSE -> expectedCloseDate = said.expectedCloseDate();
                case NEXT_STEP -> nextStep = said.nextStep();
                case DESCRIPTION -> description = said.description();
                case AMOUNT ->
                    price(said.amount(), Objects.requireNonNullElse(said.currency(), currency), newBaseAmount);
            }
        }
    }

    /** The {@link FactKeys} of what differs, of that which counts for approvals. */
    List<String> materialChanges(OpportunityInput fields) {
        List<String> changes = new ArrayList<>();
        if (!sameMoney(amount, currency, fields)) {
            changes.add(FactKeys.AMOUNT);
        }
        if (!Objects.equals(productId, fields.productId())) {
            changes.add(FactKeys.PRODUCT);
        }
        if (!Objects.equals(customerId, fields.customerId())) {
            changes.add(FactKeys.CUSTOMER);
        }
        if (!Objects.equals(expectedCloseDate, fields.expectedCloseDate())) {
            changes.add(FactKeys.EXPECTED_CLOSE);
        }
        return changes;
    }

    /** Whether a form says the same amount, however it is written, in the same currency. */
    static boolean sameMoney(@Nullable BigDecimal amount, String currency, OpportunityInput fields) {
        BigDecimal other = fields.amount();
        boolean same = amount == null || other == null ? amount == other : amount.compareTo(other) == 0;
        return same && currency.equals(fields.currency());
    }

    /** Whether a field has a value. */
    boolean knows(StageField field) {
        Object value = switch (field) {
            case AMOUNT -> amount;
            case CUSTOMER -> customerId;
            case CONTACT -> contactId;
            case PRODUCT -> productId;
            case COMPETITOR -> competitorId;
            case EXPECTED_CLOSE -> expectedCloseDate;
            case NEXT_STEP -> nextStep;
            case DESCRIPTION -> description;
        };
        return value != null && !value.toString().isBlank();
    }

    String name() {
        return name;
    }

    @Nullable
    Long customerId() {
        return customerId;
    }

    @Nullable
    Long contactId() {
        return contactId;
    }

    /** Another one if there is one, else that which is known. */
    @Nullable
    Long competitorOr(@Nullable Long other) {
        return other == null ? competitorId : other;
    }

    @Nullable
    Long competitorId() {
        return competitorId;
    }

    @Nullable
    BigDecimal amount() {
        return amount;
    }

    String currency() {
        return currency;
    }

    BigDecimal baseAmount() {
        return baseAmount;
    }
}
