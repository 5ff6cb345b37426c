package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.exit.FactKeys;
import org.triviumcrm.sales.exit.OpportunityFacts;
import org.triviumcrm.sales.exit.OpportunityFactsRepository;
import org.triviumcrm.sales.exit.OpportunityStates;
import org.triviumcrm.sales.exit.Surroundings;
import org.triviumcrm.sales.pipeline.PipelineService;
import org.triviumcrm.sales.pipeline.Stage;
import org.triviumcrm.sales.pipeline.StageField;
import org.triviumcrm.sales.rate.CurrencyRateService;

/** What the facts of an opportunity will be when something is done with it: what approvals look at. */
@Component
class OpportunityOutcomes {

    private final OpportunityFactsRepository facts;
    private final PipelineService pipelines;
    private final CurrencyRateService rates;
    private final OpportunityStates states;
    private final CustomFields fields;

    OpportunityOutcomes(
            OpportunityFactsRepository facts,
            PipelineService pipelines,
            CurrencyRateService rates,
            OpportunityStates states,
            CustomFields fields) {
        this.states = states;
        this.fields = fields;
        this.facts = facts;
        this.pipelines = pipelines;
        this.rates = rates;
    }

    /** @throws NoRate when the amount that is said can not be converted */
    UnaryOperator<OpportunityFacts> moved(Viewer viewer, Stage to, StageAnswers said, Set<StageField> asked) {
        return now -> learned(viewer, now, said, asked).in(to.getId(), to.getProbability());
    }

    /** With what is said of the fields that a stage asks for. */
    private OpportunityFacts learned(Viewer viewer, OpportunityFacts now, StageAnswers said, Set<StageField> asked) {
        Predicate<StageField> learns = field -> asked.contains(field) && said.answers(field);
        OpportunityFacts then = now;
        if (learns.test(StageField.CUSTOMER) || learns.test(StageField.PRODUCT)) {
            Long customer = learns.test(StageField.CUSTOMER) ? said.customerId() : now.customerId();
            Long product = learns.test(StageField.PRODUCT) ? said.productId() : now.productId();
            then = then.about(customer, product, facts.surroundings(customer, product));
        }
        if (learns.test(StageField.AMOUNT)) {
            String currency = Objects.requireNonNullElse(said.currency(), now.currency());
            then = then.worth(said.amount(), currency, base(viewer, said.amount(), currency, null));
        }
        return learns.test(StageField.EXPECTED_CLOSE) ? then.expected(said.expectedCloseDate(), null) : then;
    }

    /** @throws NoRate when the final amount can not be converted on that day */
    UnaryOperator<OpportunityFacts> won(Viewer viewer, WinOpportunity input, Set<StageField> asked) {
        return now -> learned(viewer, now, input, asked)
                .worth(input.amount(), now.currency(), base(viewer, input.amount(), now.currency(), input.closedOn()));
    }

    /**
     * @param closedOn the day it was decided, whose rate counts; null while it is not
     * @throws NoRate when another amount can not be converted
     */
    UnaryOperator<OpportunityFacts> edited(Viewer viewer, UpdateOpportunity input, @Nullable LocalDate closedOn) {
        return now -> {
            boolean sameMoney = Particulars.sameMoney(now.amount(), now.currency(), input);
            Surroundings there = facts.surroundings(input.customerId(), input.productId());
            BigDecimal base = sameMoney ? now.baseAmount() : base(viewer, input.amount(), input.currency(), closedOn);
            return now.about(input.customerId(), input.productId(), there)
                    .worth(input.amount(), input.currency(), base)
                    .expected(input.expectedCloseDate(), now.state().equals("WON") ? null : input.probability())
                    .saying(said(viewer, input, now.custom()));
        };
    }

    /** One that is about to begin. */
    OpportunityFacts begun(
            Viewer viewer,
            CreateOpportunity input,
            Stage stage,
            PersonRef owner,
            @Nullable Long territoryId,
            BigDecimal base,
            Instant now) {
        Surroundings there = facts.surroundings(input.customerId(), input.productId());
        boolean first = pipelines.stages(viewer, stage.getPipelineId()).stream()
                .filter(Stage::isOpen)
                .findFirst()
                .filter(one -> one.getId() == stage.getId())
                .isPresent();
        return new OpportunityFacts(
                null,
                input.name(),
                input.customerId(),
                input.productId(),
                there,
                input.amount(),
                input.currency(),
                base,
                Objects.requireNonNullElse(input.probability(), stage.getProbability()),
                input.expectedCloseDate(),
                stage.getPipelineId(),
                stage.getId(),
                first,
                OpportunityState.OPEN.name(),
                now,
                owner.id(),
                owner.teamId(),
                territoryId,
                said(viewer, input, null),
                0);
    }

    /** The {@link FactKeys} of what an edit changes, of that which counts for approvals, and the keys of added fields that do. */
    List<String> materialChanges(Viewer viewer, Opportunity opportunity, OpportunityInput input) {
        List<String> changes = new ArrayList<>(opportunity.particulars().materialChanges(input));
        CustomValues before = opportunity.getCustom();
        changes.addAll(states.changed(before, said(viewer, input, before)));
        return changes;
    }

    private CustomValues said(Viewer viewer, OpportunityInput input, @Nullable CustomValues before) {
        return fields.read(viewer, OpportunityCustomFields.NOUN, input.custom(), before);
    }

    /** What has been converted stays so until the amount changes; what is closed counts by the rate of its day. */
    BigDecimal base(Viewer viewer, Opportunity opportunity, UpdateOpportunity input) {
        Particulars now = opportunity.particulars();
        return Particulars.sameMoney(now.amount(), now.currency(), input)
                ? now.baseAmount()
                : base(
                        viewer,
                        input.amount(),
                        input.currency(),
                        opportunity.standing().closedOn());
    }

    /** What was said of its amount on the way into a stage, converted as of today, as it is open there; else what it is. */
    BigDecimal base(Viewer viewer, Opportunity opportunity, StageAnswers said, Set<StageField> asked) {
        Particulars now = opportunity.particulars();
        return asked.contains(StageField.AMOUNT) && said.amount() != null
                ? base(viewer, said.amount(), Objects.requireNonNullElse(said.currency(), now.currency()), null)
                : now.baseAmount();
    }

    /** @throws NoRate when there is no rate for the day, null being today */
    BigDecimal base(Viewer viewer, @Nullable BigDecimal amount, String currency, @Nullable LocalDate on) {
        return amount == null
                ? BigDecimal.ZERO
                : rates.toBase(viewer, amount, currency, on).orElseThrow(NoRate::new);
    }
}
